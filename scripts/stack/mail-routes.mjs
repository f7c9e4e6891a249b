import { listPage, messagePage, missingPage } from './mail-pages.mjs';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./mail-store.mjs').MailStore} MailStore
 * @typedef {{ store: MailStore, smtp: { host: string, port: number }, url: URL, id: string, index: number }} Call
 */

/** No script at all; a message's own styles and embedded images only, inside its sandboxed frame. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** @type {readonly [method: string, pattern: RegExp, answer: (response: Response, call: Call) => unknown][]} */
const table = [
  ['GET', /^\/$/, (response, { store, smtp, url }) => html(response, 200, listPage(store, smtp, url.searchParams))],
  ['GET', /^\/lire\/(?<id>[\w-]+)$/, showMessage],
  ['GET', /^\/readyz$/, (response) => json(response, 200, { status: 'ok' })],
  ['GET', /^\/messages$/, listMessages],
  ['DELETE', /^\/messages$/, clear],
  ['GET', /^\/messages\/(?<id>[\w-]+)$/, readMessage],
  ['GET', /^\/messages\/(?<id>[\w-]+)\/source$/, sendSource],
  ['GET', /^\/messages\/(?<id>[\w-]+)\/attachments\/(?<index>\d+)$/, sendAttachment],
];

/**
 * @param {MailStore} store
 * @param {{ host: string, port: number }} smtp
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
export function mailRoutes(store, smtp) {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://mail-catcher');
    for (const [method, pattern, answer] of table) {
      const found = method === request.method ? pattern.exec(url.pathname) : null;
      if (found === null) continue;
      const { id = '', index = '0' } = found.groups ?? {};
      await answer(response, { store, smtp, url, id, index: Number(index) });
      return;
    }
    html(response, 404, missingPage());
  };
}

/** @param {Response} response @param {Call} call */
function listMessages(response, { store, url }) {
  const [to, since] = [url.searchParams.get('to'), url.searchParams.get('since')];
  if (since !== null && Number.isNaN(Date.parse(since))) {
    json(response, 400, { error: 'since is no instant' });
    return;
  }
  json(response, 200, store.list({ to, since }));
}

/** @param {Response} response @param {Call} call */
async function readMessage(response, { store, id }) {
  const message = await store.read(id);
  json(response, message ? 200 : 404, message ?? { error: 'unknown message' });
}

/** @param {Response} response @param {Call} call */
async function showMessage(response, { store, id }) {
  const message = await store.read(id);
  html(response, message ? 200 : 404, message ? messagePage(message) : missingPage());
}

/** @param {Response} response @param {Call} call */
function clear(response, { store }) {
  store.clear();
  response.writeHead(204).end();
}

/** @param {Response} response @param {Call} call */
function sendSource(response, { store, id }) {
  const source = store.source(id);
  if (source === undefined) json(response, 404, { error: 'unknown message' });
  else download(response, { filename: `${id}.eml`, contentType: 'message/rfc822', content: source });
}

/** @param {Response} response @param {Call} call */
async function sendAttachment(response, { store, id, index }) {
  const found = await store.attachment(id, index);
  if (found === undefined) json(response, 404, { error: 'unknown attachment' });
  else download(response, found);
}

/**
 * Always as a file to save: what a stranger attached must not run in this page's origin.
 * @param {Response} response
 * @param {{ filename: string, contentType: string, content: Buffer }} file
 */
function download(response, { filename, contentType, content }) {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
  const name = encodeURIComponent(filename).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  response.end(content);
}

/** @param {Response} response @param {number} status @param {unknown} body */
function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

/** @param {Response} response @param {number} status @param {string} page */
function html(response, status, page) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(page);
}
