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
import { readJournal } from '../database/repositories/journal.repository.js';
import { listAttention } from '../database/repositories/supervision.repository.js';
import type { LateCausesDto, LateCausesQueryDto } from './supervision.dto.js';
import { whereTimeWent, type TimeCause, type TimeSpent } from './where-time-went.js';

/** The most late are lived again from their journal: more would make the reader wait, and change no share. */
const LIVED_AT_MOST = 200;
const DAY = 86_400_000;

/** Why cases are late: where the time of those that are late now was spent, whoever has them today. */
@Injectable()
export class LateCausesService {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarService,
    private readonly replay: CaseReplay,
  ) {}

  async read(actor: Actor, { department }: LateCausesQueryDto): Promise<LateCausesDto> {
    const scope = scopeOf(actor, 'statistics.read');
    const rows = await listAttention(this.database, {
      kind: 'late',
      today: await this.calendars.today(),
      limit: LIVED_AT_MOST,
      ...(department === undefined ? {} : { department }),
      scope: (first) => scopeSql(scope, CASE_COLUMNS, first),
    });
    const cases = rows.slice(0, LIVED_AT_MOST);
    const now = Date.now();
    const spent: TimeSpent[] = [];
    for (const { caseId } of cases) spent.push(await this.timeOf(caseId, now));
    const causes = summed(spent);
    return {
      cases: cases.length,
      isPartial: rows.length > LIVED_AT_MOST,
      sentence: sentenceOf(cases.length, causes),
      definition: DEFINITION,
      causes,
    };
  }

  /** Nothing for a case whose journal is not whole: its state check says so. */
  private async timeOf(caseId: string, now: number): Promise<TimeSpent> {
    const journal = await readJournal(this.database, caseId);
    if (journal?.isWhole !== true) return new Map();
    const { caseFile: opened } = journal.opening;
    const { outcomes } = await this.replay.fold(journal);
    return whereTimeWent(opened.receivedAt, [opened, ...outcomes.map(({ caseFile }) => caseFile)], now);
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
