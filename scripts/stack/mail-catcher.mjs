/**
 * A real SMTP server for demonstrations and tests: it keeps what it receives and sends nothing on.
 *
 *   node scripts/stack/mail-catcher.mjs --smtp-port 1025 --http-port 8025 --folder .parvis/mail [--host 127.0.0.1]
 *
 * Over HTTP: a page to read (`/`), and for programs
 *   GET    /messages?to=<address>&since=<ISO instant>   envelopes, newest first
 *   GET    /messages/<id>                               text, html, headers, attachments with their SHA-256
 *   GET    /messages/<id>/source                        the bytes received
 *   GET    /messages/<id>/attachments/<n>
 *   DELETE /messages
 * Addresses that end in `@refuse.invalid` are refused for good (550), those in `@attente.invalid` for now (451): so a
 * test meets a real server's refusals.
 */
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { mailRoutes } from './mail-routes.mjs';
import { MailStore } from './mail-store.mjs';

const { values } = parseArgs({
  options: {
    'smtp-port': { type: 'string', default: '1025' },
    'http-port': { type: 'string', default: '8025' },
    folder: { type: 'string', default: '.parvis/mail' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const store = new MailStore(values.folder, { messages: 5_000, bytes: 1_000_000_000 });

/** @type {Record<string, { code: number, text: string }>} */
const refusals = {
  'refuse.invalid': { code: 550, text: 'No such mailbox here' },
  'attente.invalid': { code: 451, text: 'Mailbox busy, try again later' },
};

const smtp = new SMTPServer({
  name: 'parvis-mail-catcher',
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 50 * 1024 * 1024,
  closeTimeout: 1_000,
  onRcptTo({ address }, _session, answer) {
    const refusal = refusals[address.toLowerCase().split('@').at(-1) ?? ''];
    answer(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
  },
  onData(stream, { envelope }, answer) {
    /** @type {Buffer[]} */
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      if (stream.sizeExceeded) {
        answer(Object.assign(new Error('Message too large'), { responseCode: 552 }));
        return;
      }
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(({ address }) => address);
      store.keep(Buffer.concat(chunks), { from, to }).then(
        ({ id }) => {
          answer(null, `kept as ${id}`);
        },
        (error) => {
          console.error(error);
          answer(Object.assign(new Error('Could not be kept'), { responseCode: 451 }));
        },
      );
    });
  },
});
smtp.on('error', (error) => {
  console.error(error.message);
});

const routes = mailRoutes(store, { host: values.host, port: Number(values['smtp-port']) });
const http = createServer((request, response) => {
  routes(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
});

smtp.listen(Number(values['smtp-port']), values.host, () => {
  http.listen(Number(values['http-port']), values.host);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    http.close();
    http.closeAllConnections();
    smtp.close(() => process.exit(0));
  });
}
