import type { ClockState } from '../case/clock.js';
import type { MissingItemRule } from '../process/runnable.js';
import { typeset } from './french-typography.js';

/** Why somebody would let a case stand still. */
export const SUSPENSION_REASONS = ['citizen', 'opinion', 'finding', 'planned'] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** A clock as far as its standing still goes. */
export interface ClockThatMayStop {
  readonly state: ClockState;
  readonly missingItem: MissingItemRule;
  readonly stoppedBy: 'reply' | 'acknowledgement';
}

export interface SuspensionEffect {
  readonly stops: boolean;
  /** French, after the name of the clock: « s’arrête demain, jusqu’à la réponse de l’usager. » */
  readonly words: string;
}

const ENDED: readonly ClockState[] = ['kept', 'missed', 'stopped'];

const WHEN_CITIZEN_IS_ASKED: Readonly<Record<MissingItemRule, SuspensionEffect>> = {
  runs: { stops: false, words: 'continue : son texte ne prévoit pas qu’une pièce manquante l’arrête.' },
  pauseUntilAnswer: { stops: true, words: 's’arrête demain, jusqu’au jour où l’usager répond.' },
  suspendUntilAnswerOrDelay: {
    stops: true,
    words:
      's’arrête demain, jusqu’à la réponse de l’usager et au plus tard jusqu’au dernier jour que vous lui laissez (CRPA, art. L114-5).',
  },
  restartWhenComplete: {
    stops: true,
    words: 's’arrête demain, et repart de zéro le jour où le dossier est complet (CRPA, art. L114-3).',
  },
};

const WHEN_ASKED_INSIDE: Readonly<Record<Exclude<SuspensionReason, 'citizen'>, SuspensionEffect>> = {
  opinion: { stops: false, words: 'continue : l’usager n’a pas à attendre que la Ville se consulte.' },
  finding: { stops: false, words: 'continue : aller voir fait partie du traitement.' },
  planned: { stops: true, words: 's’arrête le jour où part la réponse qui annonce cette date.' },
};

/**
 * What letting a case stand still for that reason does to one of its clocks, as the engine does it (`domain/case/clock.ts`);
 * undefined for a clock that has ended, which nothing moves any more.
 */
export function suspensionEffect(reason: SuspensionReason, clock: ClockThatMayStop): SuspensionEffect | undefined {
  if (ENDED.includes(clock.state)) return undefined;
  const effect = effectOf(reason, clock);
  return { ...effect, words: typeset(effect.words) };
}

function effectOf(reason: SuspensionReason, { state, missingItem, stoppedBy }: ClockThatMayStop): SuspensionEffect {
  if (reason === 'planned' && stoppedBy === 'acknowledgement')
    return { stops: false, words: 'continue : seul l’accusé de réception l’arrête.' };
  if (reason !== 'citizen') return WHEN_ASKED_INSIDE[reason];
  if (state === 'late') return { stops: false, words: 'est déjà dépassé : demander une pièce ne l’arrête plus.' };
  return WHEN_CITIZEN_IS_ASKED[missingItem];
}
