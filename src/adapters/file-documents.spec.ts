import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DocumentRefused } from '../../activities/ports/documents.js';
import { FileDocuments } from './file-documents.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001000000',
  'hex',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const HEIC = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')]);
const WEBP = Buffer.concat([Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(24)]);
const ODT = storedZip('mimetype', 'application/vnd.oasis.opendocument.text');
const DOCX = office(
  '/word/document.xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
);
const ODS = storedZip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet');
const XLSX = office('/xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');
const XLSM = office('/xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');
const DOCM = office('/word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml');
const OLD_DOC = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const ELF = Buffer.concat([Buffer.from('7f454c46020101000000000000000000', 'hex'), Buffer.alloc(64)]);

let folder: string;
let documents: FileDocuments;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'documents-'));
  documents = new FileDocuments({ folder, maxSize: 4096 });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

const refusalOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DocumentRefused)) throw new Error(`Expected a refusal, got ${String(error)}`);
  return error.code;
};

describe('FileDocuments', () => {
  it('keeps a file under a name of its own, with its hash, size and type', async () => {
    const stored = await documents.put(PDF, { type: 'application/pdf' });
    expect(stored).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
      sha256: createHash('sha256').update(PDF).digest('hex'),
      size: PDF.length,
      type: 'application/pdf',
    });
    expect(Buffer.from(await documents.get(stored.id))).toEqual(PDF);
    expect(await buffer(await documents.open(stored.id))).toEqual(PDF);
    expect(await filesIn()).toEqual([stored.id]);
  });

  it('takes a stream, in pieces', async () => {
    const stored = await documents.put(Readable.from([PDF.subarray(0, 3), PDF.subarray(3)]), {
      type: 'application/pdf',
    });
    expect(Buffer.from(await documents.get(stored.id))).toEqual(PDF);
  });

  it.each([
    ['image/png', 'image/png', PNG],
    ['image/jpg', 'image/jpeg', JPEG],
    ['image/heic', 'image/heic', HEIC],
    ['image/webp', 'image/webp', WEBP],
    ['application/octet-stream', 'application/vnd.oasis.opendocument.text', ODT],
    ['', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', DOCX],
    ['application/octet-stream', 'application/vnd.oasis.opendocument.spreadsheet', ODS],
    ['', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', XLSX],
    ['text/plain; charset=utf-8', 'text/plain', Buffer.from('Voilà : un texte.\r\n')],
    ['text/plain', 'text/plain', Buffer.from('Voilà un texte ancien', 'latin1')],
  ])('takes what is declared %j as %s', async (declared, type, content) => {
    expect((await documents.put(content, { type: declared })).type).toBe(type);
  });

  it.each([
    ['nothing', 'document.empty', { content: Buffer.alloc(0), type: 'application/pdf' }],
    ['one byte too many', 'document.too-large', { content: Buffer.alloc(4097, 'a'), type: 'text/plain' }],
    ['a program', 'document.type-refused', { content: ELF, type: 'application/octet-stream' }],
    ['a program that says it is a photograph', 'document.type-refused', { content: ELF, type: 'image/png' }],
    ['a page', 'document.type-refused', { content: Buffer.from(' <!doctype html><script>'), type: 'text/plain' }],
    [
      'a drawing with script',
      'document.type-refused',
      { content: Buffer.from('<svg onload="x">'), type: 'image/svg+xml' },
    ],
    ['a shell script', 'document.type-refused', { content: Buffer.from('#!/bin/sh\n'), type: 'text/plain' }],
    ['an archive', 'document.type-refused', { content: storedZip('a.txt', 'x'), type: 'application/zip' }],
    ['a table with macros', 'document.type-refused', { content: XLSM, type: '' }],
    ['a text with macros', 'document.type-refused', { content: DOCM, type: '' }],
    ['a text of before 2007', 'document.type-refused', { content: OLD_DOC, type: 'application/msword' }],
    ['a photograph that says it is a PDF', 'document.type-mismatch', { content: PNG, type: 'application/pdf' }],
    [
      'a text that says it is a photograph',
      'document.type-mismatch',
      { content: Buffer.from('texte'), type: 'image/jpeg' },
    ],
  ])('refuses %s with %s, and leaves nothing behind', async (_name, code, { content, type }) => {
    expect(await refusalOf(documents.put(content, { type }))).toBe(code);
    expect(await filesIn()).toEqual([]);
  });

  it('stops reading a stream that has become too large', async () => {
    let pieces = 0;
    function* endless(): Generator<Buffer> {
      for (;;) {
        pieces += 1;
        yield Buffer.alloc(1000);
      }
    }
    expect(await refusalOf(documents.put(Readable.from(endless(), { highWaterMark: 1 }), { type: 'text/plain' }))).toBe(
      'document.too-large',
    );
    expect(pieces).toBeLessThan(10);
  });

  it('leaves nothing behind when the sender goes away', async () => {
    function* broken(): Generator<Buffer> {
      yield PDF;
      throw new Error('connection reset');
    }
    await expect(documents.put(Readable.from(broken()), { type: 'application/pdf' })).rejects.toThrow(
      'connection reset',
    );
    expect(await filesIn()).toEqual([]);
  });

  it('never leads out of its folder', async () => {
    const outside = path.join(folder, '..', `${path.basename(folder)}-secret`);
    await writeFile(outside, 'secret');
    for (const id of [`../${path.basename(outside)}`, '..', '', outside, `01920000-0000-7000-8000-0000000000/..`]) {
      expect(await refusalOf(documents.get(id))).toBe('document.not-found');
      expect(await refusalOf(documents.open(id))).toBe('document.not-found');
      await documents.remove(id);
    }
    expect(await readFile(outside, 'utf8')).toBe('secret');
    await rm(outside);
  });

  it('erases, once or twice', async () => {
    const { id } = await documents.put(PDF, { type: 'application/pdf' });
    await documents.remove(id);
    await documents.remove(id);
    expect(await refusalOf(documents.get(id))).toBe('document.not-found');
    expect(await filesIn()).toEqual([]);
  });
});

function office(part: string, type: string): Buffer {
  return storedZip('[Content_Types].xml', `<Types><Override PartName="${part}" ContentType="${type}"/></Types>`);
}

/** The smallest ZIP with one file, not compressed: OpenDocument and Office files are ZIPs known by their first entry. */
function storedZip(name: string, text: string): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(text.length, 18);
  local.writeUInt32LE(text.length, 22);
  local.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([local, Buffer.from(name), Buffer.from(text), end]);
}
