import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { DocumentRefused } from '../../activities/ports/documents.js';

const ODT = 'application/vnd.oasis.opendocument.text';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * What citizens and agents join to a request: papers, photographs, tables (the budget of an
 * association), plain text. No archive, no program, no macro: what Office saves with macros has a type of its own, and the formats of
 * before 2007 hold them without saying so.
 */
export const ACCEPTED_TYPES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  ODT,
  DOCX,
  ODS,
  XLSX,
  'text/plain',
] as const;

/** The same type under the names that browsers, telephones and mail programs give it. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/heif': 'image/heic',
  'application/x-pdf': 'application/pdf',
};

/** A sender that does not know says so, and is believed. */
const UNKNOWN = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/**
 * The type of a file by its content. Throws a {@link DocumentRefused} when it is none of {@link ACCEPTED_TYPES}, or not
 * what its sender says: a program called a photograph is not a mistake.
 */
export async function sniffType(file: string, declaredType: string): Promise<string> {
  const found = (await fileTypeFromFile(file))?.mime ?? ((await isText(file)) ? 'text/plain' : undefined);
  const type = ACCEPTED_TYPES.find((accepted) => accepted === found);
  if (type === undefined) throw new DocumentRefused('document.type-refused');
  const declared = (declaredType.split(';')[0] ?? '').trim().toLowerCase();
  if (!UNKNOWN.has(declared) && sameName(declared) !== sameName(type))
    throw new DocumentRefused('document.type-mismatch');
  return type;
}

function sameName(type: string): string {
  return OTHER_NAMES[type] ?? type;
}

/** Text has no magic number: it must be UTF-8 or Latin-1 without control characters, and not a page or a script. */
async function isText(file: string): Promise<boolean> {
  const content = await readFile(file);
  if (content.some(isControl)) return false;
  return !/^\s*(?:\ufeff|ï»¿)?\s*(?:<|#!|%!)/.test(content.toString('latin1', 0, 512));
}

/** Bytes that no text holds: control characters other than tabs, ends of lines and the escape of old terminals. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b);
}
