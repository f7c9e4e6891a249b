import { addressOf } from '../../api/client.js';
import type { CaseDocumentDto } from '../../api/phone-uploads.js';

/** What a browser can show. */
export const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];

export function mayBeOpened(scan: CaseDocumentDto['scan']): boolean {
  return scan === 'clean' || scan === 'unscanned';
}

/** The address of a photograph in small; undefined where it is none, or where it may not be opened. */
export function thumbnailOf({ id, type, scan }: Pick<CaseDocumentDto, 'id' | 'type' | 'scan'>): string | undefined {
  return mayBeOpened(scan) && PICTURES.includes(type) ? addressOf(`/documents/${id}/thumbnail`) : undefined;
}
