import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailFailure, type MailMessage } from '../../activities/ports/mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const MESSAGE: MailMessage = {
  to: 'adele.exemple@courriel.example',
  messageId: '<01-1@parvis.example>',
  subject: 'Votre demande n°\u00a0D-2026-00421',
  text: 'Bonjour,\n\nC’est fait.\n',
  html: '<p>C’est fait.</p>',
  attachments: [
    { filename: 'Réponse D-2026-00421.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 lettre') },
  ],
};

/** How long a server may be silent: no machine is so busy, but where the silence itself is tried. */
const PATIENT_MS = 20_000;
const HASTY_MS = 400;

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('SmtpMailer', () => {
  it('hands the whole message over, under the Message-ID it was given, and keeps the server’s answer', async () => {
    const { mailer, received } = await withServer();
    const receipt = await mailer.send({ ...MESSAGE, automatic: true });
    expect(receipt.accepted).toBe(true);
    expect(receipt.response).toMatch(/^250/);
    const [mail] = received;
    expect(mail?.messageId).toBe(MESSAGE.messageId);
    expect(mail?.subject).toBe(MESSAGE.subject);
    expect(mail?.text).toContain('C’est fait.');
    expect(mail?.html).toContain('C’est fait.');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.attachments[0]).toMatchObject({
      filename: 'Réponse D-2026-00421.pdf',
      contentType: 'application/pdf',
    });
    expect(mail?.attachments[0]?.content.toString()).toBe('%PDF-1.7 lettre');
  });

  it('keeps one connection for several messages', async () => {
    let connections = 0;
    const { mailer, received } = await withServer({
      onConnect: (_session, done) => {
        connections += 1;
        done();
      },
    });
    await mailer.send(MESSAGE);
    await mailer.send(MESSAGE);
    expect([received.length, connections]).toEqual([2, 1]);
  });

  it.each([
    ['550 at RCPT', { code: 'mail.address-refused', kind: 'refused' }, { onRcptTo: answer(550) }],
    ['451 at RCPT', { code: 'mail.unavailable', kind: 'unavailable' }, { onRcptTo: answer(451) }],
    ['554 at MAIL FROM', { code: 'mail.relay-refused', kind: 'unavailable' }, { onMailFrom: answer(554) }],
    ['421 at MAIL FROM', { code: 'mail.unavailable', kind: 'unavailable' }, { onMailFrom: answer(421) }],
    ['554 after DATA', { code: 'mail.message-refused', kind: 'refused' }, { onData: refuseData(554) }],
    ['452 after DATA', { code: 'mail.unavailable', kind: 'unavailable' }, { onData: refuseData(452) }],
  ] satisfies [string, { code: string; kind: string }, SMTPServerOptions][])(
    'reads %s as %p',
    async (_name, expected, options) => {
      const { mailer } = await withServer(options);
      const failure = await failureOf(mailer);
      expect(failure).toMatchObject({ ...expected, certainlyNotSent: true });
    },
  );

  it('quotes no address and no word of the server in what it throws', async () => {
    const { mailer } = await withServer({ onRcptTo: answer(550) });
    const failure = await failureOf(mailer);
    const all = `${failure.stack ?? ''} ${JSON.stringify(failure)} ${JSON.stringify(Object.getOwnPropertyNames(failure))}`;
    expect(all).not.toContain('courriel.example');
    expect(failure.cause).toBeUndefined();
  });

  it('is in doubt when the connection breaks once the message is on its way', async () => {
    let messages = 0;
    const { mailer } = await withServer({
      onData: (stream, session) => {
        messages += 1;
        stream.resume();
        stream.on('end', () => {
          destroyConnection(session);
        });
      },
    });
    expect(await failureOf(mailer)).toMatchObject({
      code: 'mail.in-doubt',
      certainlyNotSent: false,
      kind: 'unavailable',
    });
    expect(messages).toBe(1);
  });

  it('is in doubt when the server says nothing after the message', async () => {
    const { mailer } = await withServer({ onData: (stream) => stream.resume() }, HASTY_MS);
    expect(await failureOf(mailer)).toMatchObject({ code: 'mail.in-doubt' });
  });

  it('knows that nothing left when the connection breaks before the message', async () => {
    const { mailer } = await withServer({
      onRcptTo: (_address, session) => {
        destroyConnection(session);
      },
    });
    expect(await failureOf(mailer)).toMatchObject({ code: 'mail.unavailable', certainlyNotSent: true });
  });

  it('sends over a new connection when the one kept open has died, once', async () => {
    const sessions: object[] = [];
    const { mailer, received } = await withServer({
      onConnect: (session, done) => {
        sessions.push(session);
        done();
      },
      onMailFrom: (_address, session, done) => {
        if (received.length === 1 && sessions.length === 1) destroyConnection(session);
        else done();
      },
    });
    await mailer.send(MESSAGE);
    await mailer.send(MESSAGE);
    expect([received.length, sessions.length]).toEqual([2, 2]);
  });

  it('is unavailable when no one listens, or does not greet', async () => {
    const silent = await listen(createServer());
    const port = (silent.address() as AddressInfo).port;
    expect(await failureOf(mailerAt(port, HASTY_MS))).toMatchObject({
      code: 'mail.unavailable',
      certainlyNotSent: true,
    });
    await new Promise((resolve) => silent.close(resolve));
    expect(await failureOf(mailerAt(port))).toMatchObject({ code: 'mail.unavailable', certainlyNotSent: true });
  });

  it.each([
    '',
    'pas une adresse',
    'a@b.example, c@d.example',
    'a@b.example\r\nRCPT TO:<x@y.example>',
    'A <a@b.example>',
  ])('refuses %j as an address, without asking the server', async (to) => {
    const { mailer, received } = await withServer();
    expect(await failureOf(mailer, to)).toMatchObject({ code: 'mail.address-refused' });
    expect(received).toEqual([]);
  });
});

async function failureOf(mailer: SmtpMailer, to = MESSAGE.to): Promise<MailFailure> {
  const failure = await mailer.send({ ...MESSAGE, to }).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof MailFailure)) throw new Error(`Expected a MailFailure, got ${String(failure)}`);
  return failure;
}

function mailerAt(port: number, timeout = PATIENT_MS): SmtpMailer {
  const url = `smtp://127.0.0.1:${String(port)}`;
  const mailer = new SmtpMailer({ url, from: 'Ville de Valmont <mairie@valmont.example>', timeout });
  closers.push(() => {
    mailer.close();
    return Promise.resolve();
  });
  return mailer;
}

async function withServer(
  options: SMTPServerOptions = {},
  timeout = PATIENT_MS,
): Promise<{ mailer: SmtpMailer; received: ParsedMail[] }> {
  const received: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 50,
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  connections.set(server.server, new Set());
  server.server.on('connection', (socket) => {
    connections.get(server.server)?.add(socket);
  });
  await listen(server.server);
  const mailer = mailerAt((server.server.address() as AddressInfo).port, timeout);
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  );
  return { mailer, received };
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const connections = new Map<Server, Set<{ remotePort?: number | undefined; destroy(): unknown }>>();

/** Pulls the plug of one client, as a crash or a firewall does. */
function destroyConnection(session: { readonly remotePort: number }): void {
  for (const sockets of connections.values()) {
    for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
  }
}

function answer(code: number) {
  return (address: { address: string }, _session: unknown, done: (error?: Error) => void): void => {
    done(Object.assign(new Error(`<${address.address}> no`), { responseCode: code }));
  };
}

function refuseData(code: number): NonNullable<SMTPServerOptions['onData']> {
  return (stream, _session, done) => {
    stream.resume();
    stream.on('end', () => {
      done(Object.assign(new Error('no'), { responseCode: code }));
    });
  };
}
