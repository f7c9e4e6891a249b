import { assertNever } from '../../domain/lib/assert-never.js';
import type { Directory } from '../../domain/people/directory.js';
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusals.js';
import { typeset } from '../../domain/text/french-typography.js';
import { incidentInFrench } from '../../domain/text/incident-words.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import { printInstant } from '../calendar/read-instant.js';
import type { LotItemRow, LotPlace, LotRow } from '../database/repositories/lots.repository.js';
import { departmentName, namedPerson, teamName } from '../people/person-names.js';
import type { LotDto, LotItemDto, LotSummaryDto } from './lots.dto.js';

export function describeLot(lot: LotRow, items: readonly LotItemRow[], directory: Directory): LotDto {
  const having = (...states: readonly LotItemRow['state'][]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  const counts = { total: items.length, done: having('done'), failed: having('failed') };
  return {
    ...summaryOf(lot, counts, directory),
    excluded: having('excluded'),
    left: having('waiting', 'queued', 'running'),
    undoable: lot.kind === 'reassign' && lot.state === 'done' ? items.filter(isUndoable).length : 0,
    items: items.map((item) => describeItem(item, lot, directory)),
  };
}

export function summaryOf(
  lot: LotRow,
  counts: { readonly total: number; readonly done: number; readonly failed: number },
  directory: Directory,
): LotSummaryDto {
  const { id, kind, state, createdAt } = lot;
  return {
    ...{ id, kind, state, ...counts },
    createdAt: printInstant(createdAt.getTime()),
    title: typeset(titleOf(lot, directory)),
  };
}

/** It was moved, and where it was is known. */
export function isUndoable({ state, preview }: LotItemRow): boolean {
  return state === 'done' && preview.before !== undefined && preview.after !== undefined;
}

function titleOf(lot: LotRow, directory: Directory): string {
  switch (lot.kind) {
    case 'remind':
      return 'Relance';
    case 'reassign':
      return `Réattribution à ${placeName(lot.params, directory)}`;
    case 'undo':
      return 'Annulation d’une réattribution';
    default:
      return assertNever(lot.kind);
  }
}

function changeOf({ kind, params }: LotRow, { before }: LotItemRow['preview'], directory: Directory): string {
  if (kind === 'remind') return 'Un courriel de relance';
  if (kind === 'reassign') return `Passe à ${placeName(params, directory)}`;
  return `Revient à ${placeName(before ?? {}, directory)}`;
}

function describeItem(item: LotItemRow, lot: LotRow, directory: Directory): LotItemDto {
  const { position, caseId, state, code, preview } = item;
  const from = preview.from.map((id) => holderName(directory, id)).join(', ');
  return {
    ...{ position, caseId, state },
    caseNumber: preview.caseNumber,
    ...(preview.title === undefined ? {} : { title: preview.title }),
    from: from === '' ? 'Personne' : from,
    change: typeset(changeOf(lot, preview, directory)),
    ...(code === null ? {} : { code, why: reasonOf(code) }),
  };
}

function holderName(directory: Directory, id: string): string {
  const team = directory.teams.find((one) => one.id === id);
  return team === undefined ? namedPerson(directory, id).name : `Équipe ${team.name}`;
}

function placeName({ holder, department, team }: Partial<LotPlace>, directory: Directory): string {
  if (holder !== undefined) return namedPerson(directory, holder).name;
  if (team !== undefined) return `l’équipe ${teamName(directory, team)}`;
  return department === undefined ? 'quelqu’un d’autre' : `« ${departmentName(directory, department)} »`;
}

/** A refusal has its sentence; a mail that did not leave has its cause. */
function reasonOf(code: string): string {
  return isRefusal(code) ? REFUSAL_SENTENCES[code] : incidentInFrench('remind', code).cause;
}

function isRefusal(code: string): code is RefusalCode {
  return (REFUSAL_CODES as readonly string[]).includes(code);
}
