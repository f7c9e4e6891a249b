import type { RevisionRecord } from '../../domain/case/revision-record.js';

/** The read model. */
export interface CaseRecords {
  /** Stores a revision; answers the last stored one. The same function of `src/database` as the API's. */
  record(record: RevisionRecord): Promise<number>;
}
