import type { ReactNode } from 'react';
import { count, dayAndMonth, dayOf, daysUntil, typeset } from '../text/format.js';
import './due-badge.css';

export interface Due {
  /** The day, `YYYY-MM-DD`. */
  readonly dueOn?: string | undefined;
  /** State of the clock, as the API names it. */
  readonly state?: string | undefined;
  /** When it began to run: what is left is judged against the whole. */
  readonly since?: string | undefined;
}

export type DueTone = 'calm' | 'soon' | 'late' | 'pause' | 'kept' | 'missed';

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
  const tone = toneOf(due);
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
        {wordsOf(due, tone)}
      </span>
    </span>
  );
}

const RESTING: readonly (string | undefined)[] = ['paused', 'undated', 'stopped'];

export function toneOf({ dueOn, state, since }: Due): DueTone {
  if (state === 'kept' || state === 'missed') return state;
  if (dueOn === undefined || RESTING.includes(state)) return 'pause';
  const left = daysUntil(dueOn);
  if (left < 0 || state === 'late') return 'late';
  const whole = since === undefined ? 0 : left - daysUntil(dayOf(since));
  return left <= 1 || left <= whole / 4 ? 'soon' : 'calm';
}

function wordsOf({ dueOn, state }: Due, tone: DueTone): string {
  if (state === 'paused') return 'Suspendue : attente usager';
  if (state === 'kept') return 'Tenue';
  if (state === 'missed') return 'Manquée';
  if (state === 'stopped') return 'Arrêtée';
  if (dueOn === undefined) return 'Sans date';
  const left = daysUntil(dueOn);
  if (tone === 'late') return left < 0 ? typeset(`En retard de ${count(-left, 'jour')}`) : 'En retard';
  if (left === 0) return 'Aujourd’hui';
  if (left === 1) return 'Demain';
  return typeset(`Dans ${count(left, 'jour')}`);
}
