import type { CaseDocumentDto } from '../api/phone-uploads.js';

/** What this tab has sent for requests that are still being written: an answer itself holds ids only. */
const sent = new Map<string, CaseDocumentDto>();

export function rememberSent(documents: readonly CaseDocumentDto[]): void {
  for (const one of documents) sent.set(one.id, one);
}

/** Undefined for a draft that was begun elsewhere. */
export function sentDocument(id: string): CaseDocumentDto | undefined {
  return sent.get(id);
}
