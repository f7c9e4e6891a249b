import type { ChainRole, Role } from '../people/role.js';
import type { DayCountKind } from '../time/day-count.js';
import type { ProcessRef } from './process-ref.js';

/**
 * The part of a definition that travels with a case: what the engine needs to decide, and no text a person reads.
 * Titles, scripts, forms and templates stay in `process_versions`, found again by the hash.
 */
export interface RunnableDefinition extends ProcessRef {
  readonly schemaVersion: 1;
  readonly organisation: string;
  readonly department: string;
  /** Data of citizens are kept apart by sector (French data-protection practice: no single population file). */
  readonly sector: string;
  /** Professional secrecy: never shown outside the process's own perimeter, never escalated to another organisation. */
  readonly sensitive: boolean;
  /** Who may answer without routing the case, at first contact; empty where nobody may. */
  readonly answerAtOnce: readonly Role[];
  readonly clocks: readonly ClockRule[];
  readonly steps: readonly StepDefinition[];
  /** Calendar days during which a closed case may be reopened; 0 means never. */
  readonly reopeningDays: number;
}

export interface TimeLimit {
  readonly n: number;
  readonly kind: DayCountKind;
}

/** What a request for a missing item does to a clock. */
export const MISSING_ITEM_RULES = [
  'runs',
  'pauseUntilAnswer',
  /** Code des relations entre le public et l'administration, L114-5: suspended for the delay set, or until the answer. */
  'suspendUntilAnswerOrDelay',
  /** L114-3: an acceptance by silence runs only from the day the file is complete. */
  'restartWhenComplete',
] as const;

export type MissingItemRule = (typeof MISSING_ITEM_RULES)[number];

export interface ClockRule {
  /** `promise` for the town's commitment; for a legal clock, a name unique in the process (`silence`, `acknowledgement`…). */
  readonly id: string;
  readonly kind: 'promise' | 'legal';
  readonly limit: TimeLimit;
  /** What stops the clock: the reply to the citizen, or the acknowledgement of the request. */
  readonly stoppedBy: 'reply' | 'acknowledgement';
  readonly missingItem: MissingItemRule;
  /** An instant that decides: what silence means once this clock is over. */
  readonly silenceMeans?: 'acceptance' | 'rejection';
  /** One form may lead to acts of different kinds: the clock runs only where the answer is this one… */
  readonly when?: Condition;
  /** …or only where it is not. */
  readonly unless?: Condition;
}

/** Compares one yes/no or listed answer, marked `routing` in the form, with one constant. */
export interface Condition {
  readonly field: string;
  readonly equals: string | boolean;
}

export type StepDefinition =
  QualificationStep | AssignmentStep | InspectionStep | AnswerStep | EndorsementStep | SignatureStep | ReplyStep;

export type StepKind = StepDefinition['kind'];

/** An ambassador finds the process of a request that came without one. */
export interface QualificationStep {
  readonly kind: 'qualification';
  readonly team: string;
}

/** Finds the holder: by process, organisation and, where asked, neighbourhood. */
export interface AssignmentStep {
  readonly kind: 'assignment';
  readonly team: string;
  readonly byQuartier: boolean;
}

/** Sends a patroller and waits for the finding. */
export interface InspectionStep {
  readonly kind: 'inspection';
  readonly when?: Condition;
  readonly team: string;
  readonly target?: TimeLimit;
}

/** The referent answers. `opinions` are asked of other departments at once, in parallel, when the step is entered. */
export interface AnswerStep {
  readonly kind: 'answer';
  readonly target?: TimeLimit;
  readonly opinions: readonly OpinionAsked[];
}

export interface OpinionAsked {
  readonly department: string;
  readonly team: string;
  /** The answer waits for a required opinion; one that is not required may be missing. */
  readonly required: boolean;
  readonly target?: TimeLimit;
}

/** Those who endorse, in order; the signer stands apart. */
export interface EndorsementStep {
  readonly kind: 'endorsement';
  readonly chain: readonly ChainRole[];
  readonly onChange: OnChange;
}

/** Whose endorsement falls when the text changes after it was given. */
export type OnChange =
  | { readonly kind: 'askAllAgain' }
  | { readonly kind: 'askNobodyAgain' }
  | { readonly kind: 'askAgain'; readonly roles: readonly ChainRole[] };

/** The signer signs the rendered letter in the console, after authenticating again. */
export interface SignatureStep {
  readonly kind: 'signature';
  readonly by: ChainRole;
}

/** Sends, records, closes. */
export interface ReplyStep {
  readonly kind: 'reply';
  readonly by: readonly ReplyChannel[];
}

export const REPLY_CHANNELS = ['email', 'letter', 'spoken', 'none'] as const;

/**
 * How the citizen wants the reply: by mail with the letter attached, on paper by post, told on the spot or by phone, or
 * not at all (an anonymous report).
 */
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];
