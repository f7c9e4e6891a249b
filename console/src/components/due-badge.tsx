import type { ReactNode } from 'react';
import { useClosingTime, useWorkingDaysUntil } from '../api/working-days.js';
import { count, dayAndMonth, dayOf, daysUntil, typeset } from '../text/format.js';
import './due-badge.css';

export interface Due {
  /** The day, `YYYY-MM-DD`. */
  readonly dueOn?: string | undefined;
  /** State of the clock, as the API names it. */
  readonly state?: string | undefined;
  /** When it began to run: what is left is judged against the whole. */
  readonly since?: string | undefined;
  /** A time limit of the law, that no closed day lengthens. */
  readonly inCivilDays?: boolean;
}

type DueTone = 'calm' | 'soon' | 'late' | 'pause' | 'kept' | 'missed';

const MARKS: Readonly<Record<DueTone, string>> = {
  calm: '●',
  soon: '▲',
  late: '■',
  pause: '‖',
  kept: '✓',
  missed: '✕',
};

/** Where a time limit stands: a mark, words and a colour; never the colour alone. */
export function DueBadge({ due, withDate = false }: { readonly due: Due; readonly withDate?: boolean }): ReactNode {
  const workingDaysUntil = useWorkingDaysUntil();
  const closingTime = useClosingTime();
  // The law ends its days at midnight, the town hall when it closes.
  const closing = due.dueOn === undefined || due.inCivilDays === true ? undefined : closingTime(due.dueOn);
  const working = due.dueOn === undefined || due.inCivilDays === true ? undefined : workingDaysUntil(due.dueOn);
  const tone = toneOf(due, working);
  const date = withDate && due.dueOn !== undefined ? typeset(`${dayAndMonth(due.dueOn)} — `) : '';
  return (
    <span
      className="pv-due"
      data-tone={tone}
      title={due.dueOn === undefined ? undefined : `Échéance ${dayAndMonth(due.dueOn)}`}
    >
      <span aria-hidden="true" className="pv-due-mark">
        {MARKS[tone]}
      </span>
      <span>
        <span className="pv-hidden">{'Échéance : '}</span>
        {date}
        {wordsOf(due, tone, { working, closing })}
      </span>
    </span>
  );
}

const RESTING: readonly (string | undefined)[] = ['paused', 'undated', 'stopped'];

function toneOf({ dueOn, state, since }: Due, working: number | undefined): DueTone {
  if (state === 'kept' || state === 'missed') return state;
  if (dueOn === undefined || RESTING.includes(state)) return 'pause';
  const left = daysUntil(dueOn);
  if (left < 0 || state === 'late') return 'late';
  return (working ?? left) <= 1 || left <= quarterOf(since, left) ? 'soon' : 'calm';
}

/** Of the whole time, from its beginning to the day that is so many days off. */
function quarterOf(since: string | undefined, left: number): number {
  return since === undefined ? 0 : (left - daysUntil(dayOf(since))) / 4;
}

/** Words of a time limit that no longer runs. */
const ENDED: Readonly<Record<string, string>> = {
  paused: 'Suspendue : attente usager',
  kept: 'Tenue',
  missed: 'Manquée',
  stopped: 'Arrêtée',
};

interface TownTime {
  /** Working days left. */
  readonly working: number | undefined;
  /** The hour at which the day closes. */
  readonly closing: string | undefined;
}

function wordsOf({ dueOn, state = '' }: Due, tone: DueTone, { working, closing }: TownTime): string {
  const ended = ENDED[state];
  if (ended !== undefined) return ended;
  if (dueOn === undefined) return 'Sans date';
  const left = daysUntil(dueOn);
  if (tone === 'late') return lateWords(left, working);
  if (left <= 1) return [left === 0 ? 'Aujourd’hui' : 'Demain', closing].filter(Boolean).join(' ');
  return typeset(`Dans ${lengthOf(left, working)}`);
}

/** Nobody could have answered since: « en retard » without a length. */
function lateWords(left: number, working: number | undefined): string {
  return left < 0 && working !== 0 ? typeset(`En retard de ${lengthOf(left, working)}`) : 'En retard';
}

/** In working days where the calendar is known, as the town promises. */
function lengthOf(left: number, working: number | undefined): string {
  return working === undefined || working === 0
    ? count(Math.abs(left), 'jour')
    : count(Math.abs(working), 'j ouvré', 'j ouvrés');
}
