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
/** Below that share of the words asked, or of what they are worth, what was found has more to do with chance. */
const COVERED = 0.34;
const SCORE = 0.28;
/** What the words asked are worth in an entry made for them, as a multiple of what one text could give them. */
const AT_BEST = 2.5;

const NOTHING_FITS = 'aucune démarche ne correspond bien : posez la question avec vos mots';

/** Processes for a sentence in the citizen's own words, best first. An empty sentence finds nothing. */
export async function searchProcesses(
  sql: Sql,
  sentence: string,
  filter: ProcessSearchFilter = {},
): Promise<SearchAnswer> {
  const found = await findProcesses(sql, sentence, { filter, limit: DEPTH });
  const results = found.map((one) => ({ processId: one.processId, score: scoreOf(one), why: whyOf(one) }));
  const matchesWell = found.some((one) => one.covered >= COVERED && scoreOf(one) >= SCORE);
  return { matchesWell, results: matchesWell ? results : withGeneralQuestion(results) };
}

function scoreOf({ worth, possible }: FoundProcess): number {
  return Math.round(Math.min(1, worth / (AT_BEST * possible)) * 1000) / 1000;
}

function whyOf({ words, saying }: FoundProcess): string {
  const told =
    words.length === 0 ? 'mots voisins' : `${words.length === 1 ? 'mot' : 'mots'} ${words.map(quoted).join(', ')}`;
  return saying === null ? told : `${told} ; proche de ${quoted(saying)}`;
}

const quoted = (text: string): string => `« ${text} »`;

/** After the three best: a weak match may still be the right one, and five are shown. */
function withGeneralQuestion(results: readonly SearchResult[]): readonly SearchResult[] {
  const others = results.filter(({ processId }) => processId !== GENERAL_QUESTION);
  return [...others.slice(0, 3), { processId: GENERAL_QUESTION, score: 0, why: NOTHING_FITS }, ...others.slice(3)];
}
