import type { Act } from '../../domain/case/case-command.js';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { TextRef } from '../../domain/case/text-ref.js';
import type { PreparedAct } from '../commands/command-request.js';
import type { Sql } from '../database/database.js';
import { storeText } from '../texts/text-store.js';

/** Where an act is being prepared: its transaction, its case, the person. */
export interface ActContext {
  readonly sql: Sql;
  readonly caseFile: CaseFile;
  readonly actor: string;
  /** Of the command that the act becomes: what is kept until it is done is kept under it. */
  readonly commandId: string;
}

/** An act as a controller asks for it: what to rehearse before anything is stored, and how it is made. */
export interface AskedAct {
  readonly rehearsal: Act;
  /** True where `prepare` stores no text and no letter. */
  readonly storesNothing?: boolean;
  prepare(context: ActContext): Promise<PreparedAct>;
}

/** Stands in for a text not stored yet: no rule reads texts. */
export const UNSTORED: TextRef = { id: '', hmac: '' };

/** An act without a text. */
export function plain(act: Act): AskedAct {
  return { rehearsal: act, storesNothing: true, prepare: () => Promise.resolve({ act }) };
}

/** An act that carries one text. */
export function withText(kind: string, body: string, act: (text: TextRef) => Act): AskedAct {
  return {
    rehearsal: act(UNSTORED),
    prepare: async (context) => ({ act: act(await keep(context, kind, body)) }),
  };
}

/** Stores a text of this case. */
export function keep({ sql, caseFile, actor }: ActContext, kind: string, body: string): Promise<TextRef> {
  const { caseId, organisation, sector } = caseFile;
  return storeText(sql, { caseId, organisation, sector, kind, author: actor, body });
}
