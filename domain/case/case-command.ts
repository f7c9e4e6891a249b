import type { ChainRole } from '../people/role.js';
import type { ProcessRef } from '../process/process-ref.js';
import type { ReplyChannel } from '../process/runnable.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import type { EarlierPerson } from './case-file.js';
import type { AnswerConclusion, ClosingConclusion } from './conclusion.js';
import type { Route } from './route.js';
import type { LetterRef, TextRef } from './text-ref.js';

/** What a person may ask, with who asks it and on which grounds. */
export interface CaseCommand {
  /** A UUID of ours, also the id of the Update: the same command sent twice is done once. */
  readonly id: string;
  readonly actor: string;
  /** The role in which the actor acts, for the journal. `citizen` for a fact the citizen brought. */
  readonly actorRole: string;
  /** The absent person in whose place the actor acts, and the rule that allows it. */
  readonly onBehalfOf?: string;
  readonly onBehalfRule?: string;
  /** The task it answers, where there is one. */
  readonly taskId?: string;
  readonly at: Instant;
  /** For what came on paper or was told: the day it reached the town hall, which alone moves clocks. */
  readonly receivedOn?: LocalDate;
  /** The last revision the sender knows to be stored: lines up to it need not travel again. */
  readonly storedRevision: number;
  /** For what an agent waits for; absent for a citizen's fact, which is never too late. */
  readonly validUntil?: Instant;
  /** The fresh authentication under which a signature is given. */
  readonly authenticationId?: string;
  readonly traceparent?: string;
  readonly act: Act;
}

/** Texts are stored before the command is sent: it carries their ids and keyed hashes. */
export type Act =
  /** Finds the process of a request that came without one, or changes it; the clocks go on. */
  | {
      readonly kind: 'qualify';
      readonly definition: ProcessRef;
      readonly organisation: string;
      readonly sector: string;
      readonly sensitive: boolean;
      readonly answers: Readonly<Record<string, string | boolean>>;
      readonly route: Route;
    }
  | { readonly kind: 'reassign'; readonly route: Route; readonly reason?: TextRef }
  /** "Not for my department", with the reason; back to an ambassador, clocks running. */
  | { readonly kind: 'refuseAssignment'; readonly reason: TextRef }
  | {
      readonly kind: 'answer';
      readonly text: TextRef;
      readonly letter: LetterRef;
      readonly conclusion: AnswerConclusion;
      readonly atOnce: boolean;
    }
  | { readonly kind: 'askCitizen'; readonly text: TextRef; readonly until: LocalDate; readonly untilAt: Instant }
  | {
      readonly kind: 'askOpinion';
      readonly text: TextRef;
      readonly organisation: string;
      readonly department: string;
      readonly team: string;
      readonly holder?: string;
      readonly required: boolean;
    }
  | { readonly kind: 'askFinding'; readonly text: TextRef; readonly team: string; readonly required: boolean }
  /** The citizen sent what was missing: a fact from outside. */
  | { readonly kind: 'citizenAnswered'; readonly openRequest: string; readonly text: TextRef }
  | { readonly kind: 'giveOpinion'; readonly text: TextRef }
  | { readonly kind: 'giveFinding'; readonly text: TextRef }
  /** What was asked is no longer needed. */
  | { readonly kind: 'dropOpenRequest'; readonly openRequest: string; readonly reason?: TextRef }
  | { readonly kind: 'endorse'; readonly letterHash: string }
  | {
      readonly kind: 'endorseCorrected';
      /** The letter that was read. */
      readonly letterHash: string;
      readonly text: TextRef;
      readonly letter: LetterRef;
    }
  | { readonly kind: 'sendBack'; readonly letterHash: string; readonly to: EarlierPerson; readonly remark: TextRef }
  /** By the author, before the next one has acted. */
  | { readonly kind: 'recall' }
  | { readonly kind: 'sign'; readonly letterHash: string; readonly signedLetter: LetterRef; readonly role: ChainRole }
  | { readonly kind: 'confirmPosting'; readonly postedOn: LocalDate }
  /** A reply whose sending is in doubt: a person looked, and says. */
  | { readonly kind: 'settleDoubt'; readonly decision: 'itLeft' | 'sendAgain' | 'byLetter' }
  | { readonly kind: 'close'; readonly conclusion: ClosingConclusion }
  | { readonly kind: 'reopen'; readonly reason: TextRef }
  | { readonly kind: 'changeReplyChannel'; readonly channel: ReplyChannel }
  | { readonly kind: 'retryEffect'; readonly effect: string }
  | { readonly kind: 'skipEffect'; readonly effect: string; readonly reason: TextRef };

export type ActKind = Act['kind'];

/** An act of one kind: `ActOf<'endorse'>`. */
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;
