import { isProcessId } from '../../domain/process/process-ref.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { Refusal } from '../http/refusal.js';
import type { CatalogService } from './catalog.service.js';

/** The version in force of the process that a body or a query names as `processId`. @throws Refusal where there is none */
export async function versionNamed(catalog: CatalogService, processId: string): Promise<PublishedVersion> {
  const version = isProcessId(processId) ? await catalog.get(processId) : undefined;
  if (version !== undefined) return version;
  throw processRefused('process.unknown', 'Ce processus n’existe pas dans le catalogue en vigueur.');
}

/** What is wrong with the `processId` of a body or of a query. */
export function processRefused(code: string, detail: string): Refusal {
  return new Refusal('request.invalid-answers', { faults: [{ pointer: '/processId', code, detail }] });
}
