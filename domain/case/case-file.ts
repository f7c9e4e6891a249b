import type { ChainRole, Role } from '../people/role.js';
import type { ProcessRef } from '../process/process-ref.js';
import type { ReplyChannel } from '../process/runnable.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { Clock } from './clock.js';
import type { AnswerConclusion, Conclusion } from './conclusion.js';
import type { Effect } from './effect.js';
import type { Route } from './route.js';
import type { LetterRef, TextRef } from './text-ref.js';

/** Rules of `domain/` change only by a branch on this number, set at revision 0 and raised only by an event. */
export const RULES_VERSION = 1;

export const INTAKE_CHANNELS = [
  'teleservice',
  'telephone',
  'frontDesk',
  'letter',
  'email',
  'quartierCouncil',
  'neighbourhoodTour',
  'selfReferral',
] as const;

export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/**
 * The whole state of a case: small, flat, serialisable, without personal data. It is the fold of `advance` over the
 * journal, and what a screen shows of a case is read from it.
 */
export interface CaseFile {
  readonly rulesVersion: typeof RULES_VERSION;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly revision: number;
  /** Instant of the last event: events never go back in time. */
  readonly at: Instant;
  readonly definition: ProcessRef;
  readonly organisation: string;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly channel: IntakeChannel;
  readonly replyChannel: ReplyChannel;
  readonly receivedAt: Instant;
  /** Only the answers marked `routing` in the form: what a `when:` of the definition compares. */
  readonly answers: Readonly<Record<string, string | boolean>>;
  /** The case this one continues, after the time for reopening was over. */
  readonly follows?: string;
  readonly status: CaseStatus;
  /** Index into the steps of the definition. */
  readonly step: number;
  readonly route: Route;
  readonly tasks: readonly Task[];
  readonly openRequests: readonly OpenRequest[];
  readonly answer?: Answer;
  readonly endorsements: readonly Endorsement[];
  /** The remark under which the reply was last sent back; cleared when its addressee has acted. */
  readonly sentBack?: SendBack;
  readonly signature?: Signature;
  readonly reply?: Reply;
  readonly clocks: readonly Clock[];
  /** Effects that come back as an event and have not yet, and those that failed. */
  readonly effects: readonly EffectState[];
  /** Opinions that the definition asks for by itself are asked once. */
  readonly opinionsAsked: boolean;
  /** The next weekly look at a case that asks for nothing else: no case is without a future instant. */
  readonly watchAt: Instant;
  /** Last revision of the calendars the case has heard of. */
  readonly calendarRevision: number;
  /** Last number given to a task, an open request, an effect. */
  readonly counters: Counters;
  /** How many times a department said "not for us". */
  readonly assignmentRefusals: number;
  readonly reopenings: number;
}

export type CaseStatus =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly conclusion: Conclusion; readonly at: Instant; readonly reopenUntil: Instant }
  | { readonly kind: 'ended'; readonly conclusion: Conclusion; readonly at: Instant };

export interface Counters {
  readonly task: number;
  readonly openRequest: number;
  readonly effect: number;
}

export const TASK_KINDS = [
  'qualify',
  'reassign',
  'answer',
  'inspect',
  'giveOpinion',
  'endorse',
  'sign',
  'confirmPosting',
  'settleDoubt',
] as const;

export type TaskKind = (typeof TASK_KINDS)[number];

/** One thing one person is asked to do. Claims are not in it: taking and giving back is SQL on the task's row. */
export interface Task {
  /** `<caseId>.t<n>` */
  readonly id: string;
  readonly kind: TaskKind;
  /** The role in which it is done. */
  readonly role: Role;
  readonly organisation: string;
  readonly department: string;
  readonly team?: string;
  /** The person it is for; absent: whoever of the team takes it. */
  readonly holder?: string;
  readonly openRequest?: string;
  readonly openedAt: Instant;
  /** The step's own target inside the promise; where there is none, the promised day is what counts. */
  readonly targetOn?: LocalDate;
}

/** Something asked while the case is being answered, with an end of its own. */
export interface OpenRequest {
  /** `<caseId>.r<n>` */
  readonly id: string;
  readonly kind: 'missingItem' | 'opinion' | 'finding';
  readonly askedAt: Instant;
  readonly askedOn: LocalDate;
  readonly askedBy?: string;
  readonly text?: TextRef;
  /** The day until which the citizen may answer; an instant of the case. */
  readonly until?: LocalDate;
  readonly untilAt?: Instant;
  /** The answer waits for it. */
  readonly required: boolean;
  readonly department?: string;
  /** True once `until` has passed without an answer: someone must decide. */
  readonly overdue: boolean;
}

export interface Answer {
  readonly text: TextRef;
  readonly letter: LetterRef;
  readonly author: string;
  readonly onBehalfOf?: string;
  readonly conclusion: AnswerConclusion;
  readonly at: Instant;
  /** Given by the person who took the request, outside the chain. */
  readonly atOnce: boolean;
  /** The last one who changed the text, when it is not the author. */
  readonly correctedBy?: string;
}

export interface Endorsement {
  readonly role: ChainRole;
  readonly person: string;
  readonly onBehalfOf?: string;
  readonly letterHash: string;
  readonly at: Instant;
}

export interface SendBack {
  readonly by: string;
  readonly to: EarlierPerson;
  readonly remark: TextRef;
  readonly at: Instant;
}

/** Whom a reply can be sent back to: the author of the answer, or an earlier office of the chain. */
export type EarlierPerson = 'author' | ChainRole;

export interface Signature {
  readonly person: string;
  readonly onBehalfOf?: string;
  readonly role: ChainRole;
  /** What was read and signed. */
  readonly letterHash: string;
  /** The same bytes with the signature block added: what leaves. */
  readonly signedLetter: LetterRef;
  readonly authenticationId: string;
  readonly at: Instant;
}

export interface Reply {
  readonly effect?: string;
  readonly channel: ReplyChannel;
  readonly state: 'sending' | 'inDoubt' | 'toPost' | 'failed' | 'gone';
  readonly at: Instant;
}

export interface EffectState {
  readonly effect: Effect;
  readonly state: 'running' | 'failed';
  readonly code?: string;
}
