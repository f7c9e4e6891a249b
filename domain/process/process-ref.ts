import type { Brand } from '../lib/brand.js';

/** `<theme>.<slug>`, also the Temporal workflow type of every case of this process. */
export type ProcessId = Brand<string, 'ProcessId'>;

/**
 * The separator is mandatory: without it, ids such as `constructor` would resolve to members of the workflow
 * bundle's module object and a case would complete with garbage.
 */
export const PROCESS_ID_PATTERN = /^[a-z][a-z0-9]*([.-][a-z0-9]+)+$/;

/** Checks the pattern; the only way to make a {@link ProcessId} out of text that comes from outside. */
export function isProcessId(text: string): text is ProcessId {
  return PROCESS_ID_PATTERN.test(text);
}

/** Which definition a case was opened with: the version is for people, the hash (SHA-256, hex) is what is compared. */
export interface ProcessRef {
  readonly processId: ProcessId;
  readonly version: number;
  readonly hash: string;
}

/** The process of a request that came in without one: an ambassador finds the right process. */
export const UNQUALIFIED_PROCESS = 'grc.a-qualifier' as ProcessId;
