import { CHANNEL_WORDS } from '../../domain/text/case-words.js';
import { countOf, longDate, plainDate, typeset } from '../../domain/text/french-typography.js';
import { STEP_WORDS } from '../../domain/text/journal-words.js';
import type { MeasureRow, StepTimeRow } from '../database/repositories/statistics.repository.js';
import type { FiguresDto, StepTimeDto } from './statistics.dto.js';

/** The figures of some rows of measures and step times, added up. */
export function figuresOf(measures: readonly MeasureRow[], steps: readonly StepTimeRow[]): FiguresDto {
  const sum = (measure: MeasureRow['measure']): number =>
    measures.filter((row) => row.measure === measure).reduce((total, row) => total + row.count, 0);
  const [kept, missed] = [sum('kept'), sum('missed')];
  const answered = measures.filter((row) => row.measure === 'answered');
  const [only] = answered;
  return {
    received: sum('received'),
    answered: sum('answered'),
    kept,
    missed,
    ...(kept + missed === 0 ? {} : { keptShare: kept / (kept + missed) }),
    ...(answered.length === 1 && only !== undefined && only.medianDays !== null ? { medianDays: only.medianDays } : {}),
    reopened: sum('reopened'),
    notForUs: sum('notForUs'),
    steps: stepTimes(steps),
  };
}

function stepTimes(rows: readonly StepTimeRow[]): readonly StepTimeDto[] {
  const missedTotal = rows.filter(({ verdict }) => verdict === 'missed').reduce((sum, { hours }) => sum + hours, 0);
  return Object.entries(STEP_WORDS).flatMap(([step, words]) => {
    const own = rows.filter((row) => row.step === step);
    if (own.length === 0) return [];
    const missedHours = own.filter(({ verdict }) => verdict === 'missed').reduce((sum, { hours }) => sum + hours, 0);
    return [
      {
        step,
        words,
        hours: round(own.reduce((sum, { hours }) => sum + hours, 0)),
        missedHours: round(missedHours),
        missedShare: missedTotal === 0 ? 0 : missedHours / missedTotal,
      },
    ];
  });
}

function round(hours: number): number {
  return Math.round(hours * 10) / 10;
}

/** What the figures say, as sentences: they come before any plot. */
export function sentencesOf(
  total: FiguresDto,
  { from, to, before }: { readonly from: string; readonly to: string; readonly before?: FiguresDto | undefined },
): readonly string[] {
  const period = from === to ? `le ${longDate(from)}` : `du ${plainDate(from)} au ${plainDate(to)}`;
  const { received, answered, keptShare, missed } = total;
  const first =
    keptShare === undefined
      ? `Aucune réponse n’est partie ${period}.`
      : `${percent(keptShare)} des engagements tenus ${period}${comparison(keptShare, before?.keptShare)}.`;
  const second = `${countOf(received, 'demande reçue', 'demandes reçues')}, ${countOf(answered, 'réponse envoyée', 'réponses envoyées')}.`;
  const slowest = [...total.steps].sort((one, other) => other.missedShare - one.missedShare)[0];
  const third =
    missed === 0 || slowest === undefined || slowest.missedShare === 0
      ? []
      : [
          `Quand l’engagement a été manqué, ${percent(slowest.missedShare)} du temps est passé à l’étape « ${slowest.words} ».`,
        ];
  return [first, second, ...third].map(typeset);
}

/** « , 1,1 point de plus qu’un an avant »; nothing where there is nothing to compare with. */
function comparison(share: number, before: number | undefined): string {
  if (before === undefined) return '';
  const points = Math.round((share - before) * 1000) / 10;
  if (points === 0) return ', comme un an avant';
  return `, ${countOf(Math.abs(points), 'point', 'points')} de ${points > 0 ? 'plus' : 'moins'} qu’un an avant`;
}

/** « 95,2 % », and « 100 % » without decimals. */
export function percent(share: number): string {
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(share * 100)} %`;
}

/** The name of a channel, or its code. */
export function channelName(code: string): string {
  const words: Readonly<Record<string, string>> = CHANNEL_WORDS;
  return words[code] ?? code;
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11` → « novembre 2026 ». */
export function monthName(month: string): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}
