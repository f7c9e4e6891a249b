import type { CaseFile } from '../../domain/case/case-file.js';
import { processRefused } from '../catalog/version-named.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';

/** @throws Refusal where the case follows that version already: it would only lose its place */
export function refuseSameVersion({ hash }: PublishedVersion, { definition }: Pick<CaseFile, 'definition'>): void {
  if (hash === definition.hash)
    throw processRefused('process.same', 'Cette demande suit déjà ce processus, dans sa version en vigueur.');
}
