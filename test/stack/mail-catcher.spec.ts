import { createHash } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { freePorts } from '../../scripts/stack/free-ports.mjs';

interface Envelope {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
}
interface Message extends Envelope {
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly filename: string; readonly sha256: string }[];
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-mail-'));
let catcher: ChildProcess;
let http: string;
let smtp: string;

async function startCatcher(): Promise<void> {
  const { SMTP, HTTP } = await freePorts(['SMTP', 'HTTP']);
  http = `http://127.0.0.1:${String(HTTP)}`;
  smtp = `smtp://127.0.0.1:${String(SMTP)}`;
  const ports = ['--smtp-port', String(SMTP), '--http-port', String(HTTP)];
  catcher = spawn(process.execPath, ['scripts/stack/mail-catcher.mjs', ...ports, '--folder', folder]);
  for (;;) {
    const answer = await fetch(`${http}/readyz`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stopCatcher(): Promise<void> {
  const exited = once(catcher, 'exit');
  catcher.kill('SIGTERM');
  await exited;
}

async function send(to: string, content: object): Promise<unknown> {
  const transport = createTransport(smtp);
  try {
    return await transport.sendMail({ from: 'Mairie <mairie@ville.example>', to, ...content });
  } finally {
    transport.close();
  }
}

async function listed(query: string): Promise<readonly Envelope[]> {
  return (await (await fetch(`${http}/messages${query}`)).json()) as readonly Envelope[];
}

async function only(to: string): Promise<Envelope> {
  const [found, ...others] = await listed(`?to=${encodeURIComponent(to)}`);
  expect(others).toEqual([]);
  if (found === undefined) throw new Error(`nothing for ${to}`);
  return found;
}

beforeAll(startCatcher);
afterAll(async () => {
  await stopCatcher();
  rmSync(folder, { recursive: true });
});

describe('the mail catcher', () => {
  it('keeps a message whole, attachments included', async () => {
    const letter = Buffer.from('%PDF-1.7 une lettre');
    await send('Anna@exemple.test', {
      subject: 'Réponse à votre demande',
      text: 'Bonjour, voici la réponse.',
      html: '<p>Bonjour, <b>voici</b> la réponse.</p>',
      attachments: [{ filename: 'réponse.pdf', content: letter, contentType: 'application/pdf' }],
    });
    const { id } = await only('anna@exemple.test');
    const message = (await (await fetch(`${http}/messages/${id}`)).json()) as Message;
    expect(message.subject).toBe('Réponse à votre demande');
    expect(message.text.trim()).toBe('Bonjour, voici la réponse.');
    expect(message.html).toContain('<b>voici</b>');
    expect(message.attachments).toEqual([
      expect.objectContaining({
        filename: 'réponse.pdf',
        sha256: createHash('sha256').update(letter).digest('hex'),
      }),
    ]);
    const file = await fetch(`${http}/messages/${id}/attachments/0`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(letter);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('refuses for good, or for now, the addresses that ask for it', async () => {
    await expect(send('quelqu.un@refuse.invalid', { text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('quelqu.un@attente.invalid', { text: 'x' })).rejects.toMatchObject({ responseCode: 451 });
    expect(await listed('?to=quelqu.un@refuse.invalid')).toEqual([]);
    expect(await listed('?to=quelqu.un@attente.invalid')).toEqual([]);
  });

  it('shows a hostile message without letting it act', async () => {
    await send('hostile@exemple.test', { subject: '<script>alert(1)</script>', html: '<script>alert(2)</script>"' });
    const { id } = await only('hostile@exemple.test');
    for (const place of ['/', `/lire/${id}`]) {
      const page = await fetch(`${http}${place}`);
      expect(await page.text()).not.toContain('<script>');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('lists only what came since an instant, newest first', async () => {
    const since = new Date().toISOString();
    await send('suite@exemple.test', { subject: 'un', text: '1' });
    await send('suite@exemple.test', { subject: 'deux', text: '2' });
    const found = await listed(`?since=${since}`);
    expect(found.map(({ subject }) => subject)).toEqual(['deux', 'un']);
    expect((await fetch(`${http}/messages?since=hier`)).status).toBe(400);
  });

  it('still has its messages after a restart, and loses them when told to', async () => {
    await send('durable@exemple.test', { text: 'x' });
    await stopCatcher();
    await startCatcher();
    await only('durable@exemple.test');
    expect((await fetch(`${http}/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(await listed('')).toEqual([]);
  });
});
