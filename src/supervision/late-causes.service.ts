import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../domain/people/permission.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import { countOf, typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { scopeSql } from '../auth/scope-sql.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CaseReplay } from '../cases/case-replay.js';
import { Database } from '../database/database.js';
import { CASE_COLUMNS } from '../database/repositories/case-access.repository.js';
import { readJournals, type StoredJournal } from '../database/repositories/journal.repository.js';
import { listAttention, type AttentionRow } from '../database/repositories/supervision.repository.js';
import type { LateCausesDto, LateCausesQueryDto } from './supervision.dto.js';
import {
  timeUntilLastAct,
  whereTimeWent,
  type TimeCause,
  type TimeSpent,
  type TimeUntilLastAct,
} from './where-time-went.js';

/** Cases read at once. */
const PAGE = 50;
/** Cases whose past is remembered: some megabytes. */
const REMEMBERED = 20_000;
const DAY = 86_400_000;

interface Past {
  readonly revision: number;
  readonly time: TimeUntilLastAct | undefined;
}

/** Why cases are late: where the time of those that are late now was spent, whoever has them today. */
@Injectable()
export class LateCausesService {
  /** By case, for as long as nobody acts on it. */
  private readonly pasts = new Map<string, Past>();

  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
    private readonly replay: CaseReplay,
  ) {}

  /** All of them, page after page: a share of some would be no share. */
  async read(actor: Actor, { department }: LateCausesQueryDto): Promise<LateCausesDto> {
    const scope = scopeOf(actor, 'statistics.read');
    const query = {
      kind: 'late',
      today: await this.calendars.today(),
      limit: PAGE,
      ...(department === undefined ? {} : { department }),
      scope: (first: number) => scopeSql(scope, CASE_COLUMNS, first),
    } as const;
    const now = Date.now();
    const spent: TimeSpent[] = [];
    let rows = await listAttention(this.database, query);
    while (rows.length > 0) {
      const page = rows.slice(0, PAGE);
      for (const past of await this.pastOf(page)) spent.push(past === undefined ? new Map() : whereTimeWent(past, now));
      const last = page.at(-1);
      if (rows.length <= PAGE || last === undefined) break;
      rows = await listAttention(this.database, { ...query, after: [last.dueOn, last.caseId] });
    }
    const causes = summed(spent);
    return { cases: spent.length, sentence: sentenceOf(spent.length, causes), definition: DEFINITION, causes };
  }

  /** What is remembered, or lived again from the journals; nothing for a journal that is not whole: its state check says so. */
  private async pastOf(rows: readonly AttentionRow[]): Promise<readonly (TimeUntilLastAct | undefined)[]> {
    const found = new Map(rows.map(({ caseId, revision }) => [caseId, this.remembered(caseId, revision)]));
    const changed = rows.filter(({ caseId }) => found.get(caseId) === undefined);
    const journals = await readJournals(this.database, changed.map(({ caseId }) => caseId)); // prettier-ignore
    for (const { caseId, revision } of changed) {
      const journal = journals.get(caseId);
      const past = { revision, time: journal?.isWhole === true ? await this.livedAgain(journal) : undefined };
      found.set(caseId, past);
      if (this.pasts.size >= REMEMBERED) this.pasts.clear();
      this.pasts.set(caseId, past);
    }
    return rows.map(({ caseId }) => found.get(caseId)?.time);
  }

  private remembered(caseId: string, revision: number): Past | undefined {
    const past = this.pasts.get(caseId);
    return past?.revision === revision ? past : undefined;
  }

  private async livedAgain(journal: StoredJournal): Promise<TimeUntilLastAct> {
    const { caseFile: opened } = journal.opening;
    const { outcomes } = await this.replay.fold(journal);
    return timeUntilLastAct(opened.receivedAt, [opened, ...outcomes.map(({ caseFile }) => caseFile)]);
  }
}

const DEFINITION = typeset(
  'Pour chaque demande en retard aujourd’hui, le temps écoulé depuis sa réception, nuits et jours fermés compris. Entre deux actes de son journal, ce temps est compté à ce que la demande attendait : l’usager ou un avis indispensable d’abord, sinon la tâche ouverte. Les demandes closes n’y entrent pas.',
);

const WORDS: Readonly<Record<Exclude<TimeCause, `endorse:${string}`>, string>> = {
  entry: 'Avant l’enregistrement',
  routing: 'Recherche du bon service',
  finding: 'Constat sur place',
  answer: 'Rédaction de la réponse',
  opinions: 'Avis d’autres services',
  citizen: 'Attente de l’usager',
  signature: 'Signature',
  sending: 'Envoi de la réponse',
};

function wordsOf(cause: TimeCause): string {
  const roles: Readonly<Record<string, string>> = ROLE_WORDS;
  const words: Readonly<Record<string, string>> = WORDS;
  const role = cause.startsWith('endorse:') ? cause.slice('endorse:'.length) : undefined;
  return role === undefined ? (words[cause] ?? cause) : typeset(`Visa : ${roles[role] ?? role}`);
}

/** The longest first. */
function summed(spent: readonly TimeSpent[]): LateCausesDto['causes'] {
  const all = [...new Set(spent.flatMap((one) => [...one.keys()]))];
  const totals = all.map((cause) => {
    const times = spent.flatMap((one) => one.get(cause) ?? []);
    return { cause, time: times.reduce((sum, time) => sum + time, 0), cases: times.length };
  });
  const whole = totals.reduce((sum, { time }) => sum + time, 0);
  return totals
    .sort((one, other) => other.time - one.time)
    .map(({ cause, time, cases }) => ({
      cause,
      words: wordsOf(cause),
      days: Math.round((time / DAY) * 10) / 10,
      share: time / whole,
      cases,
    }));
}

function sentenceOf(cases: number, [first]: LateCausesDto['causes']): string {
  if (first === undefined) return 'Aucune demande en retard.';
  const share = Math.round(first.share * 100);
  const late = countOf(cases, 'demande en retard', 'demandes en retard');
  return typeset(`${late}. Ce qui y a pris le plus de temps : « ${first.words} », ${String(share)} %.`);
}
