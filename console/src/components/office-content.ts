import type { OfficeContentNode } from 'officeparser/slim';

/** What agents read of an office file: its blocks, in order. */
export type OfficeBlock = OfficeContentNode;

const OFFICE_TYPES: Readonly<Record<string, 'docx' | 'odt' | 'xlsx' | 'ods'>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** An archive of a few kilobytes may swell to gigabytes: the page of an agent is not the place for it. */
const LIMITS = { maxUncompressedBytes: 64 * 1024 * 1024, maxZipEntries: 2000 };

export function isOfficeType(type: string): boolean {
  return Object.hasOwn(OFFICE_TYPES, type);
}

/** The blocks of a text or the sheets of a workbook; undefined when it is not what its type says, or far too large. */
export async function readOffice(bytes: Uint8Array, type: string): Promise<readonly OfficeBlock[] | undefined> {
  const { OfficeParser } = await import('officeparser/slim');
  try {
    const { content } = await OfficeParser.parseOffice(bytes, {
      fileType: OFFICE_TYPES[type] ?? null,
      extractAttachments: false,
      decompressionLimits: LIMITS,
    });
    return content;
  } catch {
    return undefined;
  }
}
