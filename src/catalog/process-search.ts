import type { Sql } from '../database/database.js';
import {
  findProcesses,
  type FoundProcess,
  type ProcessSearchFilter,
} from '../database/repositories/process-search.repository.js';

/** The general question: an ambassador finds the process of what it says. */
export const GENERAL_QUESTION = 'grc.a-qualifier';

/** A process that a sentence leads to. */
export interface SearchResult {
  readonly processId: string;
  /** From 0, nothing in common, to 1. */
  readonly score: number;
  /** French: the words and the saying that led there. */
  readonly why: string;
}

export interface SearchAnswer {
  /** False: nothing answers what was asked; the general question is then among the results. */
  readonly matchesWell: boolean;
  readonly results: readonly SearchResult[];
}

/** The depth of an answer: nobody reads further, and the rank means nothing there. */
const DEPTH = 60;
/**
 * What one of the three best must reach, of twice one: the share of the words asked that it holds, and what it is worth
 * beside what they could be. Real sentences lie above, all but some in fifty; what is no matter of a town mostly below.
 */
const WELL = 0.9;
const SHOWN_FIRST = 3;

const NOTHING_FITS = 'aucune démarche ne correspond bien : posez la question avec vos mots';

/** Processes for a sentence in the citizen's own words, best first. An empty sentence finds nothing. */
export async function searchProcesses(
  sql: Sql,
  sentence: string,
  filter: ProcessSearchFilter = {},
): Promise<SearchAnswer> {
  const found = await findProcesses(sql, sentence, { filter, limit: DEPTH });
  const results = found.map((one) => ({ processId: one.processId, score: scoreOf(one), why: whyOf(one) }));
  const matchesWell = found.slice(0, SHOWN_FIRST).some((one) => one.covered + ratioOf(one) >= WELL);
  return { matchesWell, results: matchesWell ? results : withGeneralQuestion(results) };
}

const ratioOf = ({ worth, possible }: FoundProcess): number => worth / possible;

/** Nearer to 1 the better, and never quite there: two entries that hold all the words still differ. */
const scoreOf = (one: FoundProcess): number => Math.round((1 - Math.exp(-ratioOf(one))) * 1000) / 1000;

function whyOf({ words, saying }: FoundProcess): string {
  const told =
    words.length === 0 ? 'mots voisins' : `${words.length === 1 ? 'mot' : 'mots'} ${words.map(quoted).join(', ')}`;
  return saying === null ? told : `${told} ; proche de ${quoted(saying)}`;
}

const quoted = (text: string): string => `« ${text} »`;

/** After the three best, and worth no more than they: a weak match may still be the right one, and five are shown. */
function withGeneralQuestion(results: readonly SearchResult[]): readonly SearchResult[] {
  const others = results.filter(({ processId }) => processId !== GENERAL_QUESTION);
  const [before, after] = [others.slice(0, SHOWN_FIRST), others.slice(SHOWN_FIRST)];
  return [...before, { processId: GENERAL_QUESTION, score: before.at(-1)?.score ?? 0, why: NOTHING_FITS }, ...after];
}
