import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';

/**
 * @typedef {object} Envelope what the sending server said, whatever the headers claim
 * @property {string} id sorts by time of arrival
 * @property {string} receivedAt ISO instant, UTC
 * @property {string} from
 * @property {string[]} to lower case
 * @property {string} subject
 * @property {string} messageId
 * @property {number} size bytes
 *
 * @typedef {Envelope & { date: string | null, sender: string, headers: Record<string, string>, text: string, html: string, attachments: Attachment[] }} Message
 * @typedef {{ index: number, filename: string, contentType: string, size: number, sha256: string }} Attachment
 */

const idPattern = /^\d{17}-[0-9a-f]{8}$/;

/** What the catcher received: one `.eml` and one `.json` each in a folder; the oldest give way. */
export class MailStore {
  /**
   * @param {string} folder
   * @param {{ messages: number, bytes: number }} limits beyond which the oldest are removed
   */
  constructor(folder, limits) {
    this.folder = folder;
    this.limits = limits;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    /** Oldest first. @type {Envelope[]} */
    this.envelopes = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
  }

  /**
   * Keeps a message; it is on the disk when this returns, since the sender is then told so.
   * @param {Buffer} source
   * @param {{ from: string, to: string[] }} envelope
   * @returns {Promise<Envelope>}
   */
  async keep(source, { from, to }) {
    const { subject = '', messageId = '' } = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true });
    const receivedAt = new Date().toISOString();
    const id = `${receivedAt.replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
    const recipients = to.map((address) => address.toLowerCase());
    const kept = { id, receivedAt, from, to: recipients, subject, messageId, size: source.length };
    this.write(`${id}.eml`, source);
    this.write(`${id}.json`, JSON.stringify(kept));
    this.envelopes.push(kept);
    this.forgetOldest();
    return kept;
  }

  /** @param {string} name @param {string | Buffer} content */
  write(name, content) {
    const file = path.join(this.folder, name);
    const output = openSync(`${file}.new`, 'w', 0o600);
    writeSync(output, /** @type {string} */ (content));
    fsyncSync(output);
    closeSync(output);
    renameSync(`${file}.new`, file);
  }

  /**
   * @param {{ to?: string | null, since?: string | null }} [wanted] a recipient's address; an ISO instant, included
   * @returns {Envelope[]} newest first
   */
  list({ to, since } = {}) {
    const address = to?.toLowerCase();
    const from = since ? new Date(since).toISOString() : undefined;
    return this.envelopes
      .filter((one) => address === undefined || one.to.includes(address))
      .filter((one) => from === undefined || one.receivedAt >= from)
      .toReversed();
  }

  /** @param {string} id @returns {Buffer | undefined} the bytes received */
  source(id) {
    const file = path.join(this.folder, `${id}.eml`);
    return idPattern.test(id) && existsSync(file) ? readFileSync(file) : undefined;
  }

  /** @param {string} id @returns {Promise<Message | undefined>} */
  async read(id) {
    const envelope = this.envelopes.find((one) => one.id === id);
    const source = this.source(id);
    if (envelope === undefined || source === undefined) return undefined;
    const parsed = await simpleParser(source, { skipTextToHtml: true });
    return {
      ...envelope,
      date: parsed.date?.toISOString() ?? null,
      sender: parsed.from?.text ?? envelope.from,
      headers: Object.fromEntries(
        parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
      ),
      text: parsed.text ?? '',
      html: parsed.html || '',
      attachments: parsed.attachments.map((one, index) => ({
        index,
        filename: one.filename ?? `piece-${index + 1}`,
        contentType: one.contentType,
        size: one.size,
        sha256: createHash('sha256').update(one.content).digest('hex'),
      })),
    };
  }

  /**
   * @param {string} id
   * @param {number} index
   * @returns {Promise<{ filename: string, contentType: string, content: Buffer } | undefined>}
   */
  async attachment(id, index) {
    const source = this.source(id);
    const found = source && (await simpleParser(source)).attachments[index];
    if (!found) return undefined;
    return { filename: found.filename ?? `piece-${index + 1}`, contentType: found.contentType, content: found.content };
  }

  clear() {
    for (const { id } of this.envelopes) this.forget(id);
    this.envelopes = [];
  }

  /** @param {string} id */
  forget(id) {
    for (const end of ['json', 'eml']) rmSync(path.join(this.folder, `${id}.${end}`), { force: true });
  }

  forgetOldest() {
    let bytes = this.envelopes.reduce((sum, one) => sum + one.size, 0);
    while (this.envelopes.length > 1 && (this.envelopes.length > this.limits.messages || bytes > this.limits.bytes)) {
      const oldest = this.envelopes.shift();
      if (oldest === undefined) return;
      bytes -= oldest.size;
      this.forget(oldest.id);
    }
  }
}
