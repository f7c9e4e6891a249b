import type {
  AcknowledgeEffect,
  FetchCalendarsEffect,
  RemindEffect,
  SendReplyEffect,
  TellCitizenEffect,
  TransmitEffect,
} from '../../domain/case/effect.js';
import type { RevisionRecord } from '../../domain/case/revision-record.js';
import type { Calendars } from '../../domain/time/calendar.js';

/** An effect as its activity receives it: the case it belongs to, and nothing that a citizen wrote. */
export interface EffectOf<E> {
  readonly caseId: string;
  readonly effect: E;
}

/** `sent`: the mail server took it; `toPost`: it waits in the list of letters; `inDoubt`: an earlier attempt may have sent it. */
export type ReplyOutcome = 'sent' | 'toPost' | 'inDoubt';

/** Every activity a case may ask for. Idempotent by effect id; failures carry a code and nothing else. */
export interface CaseActivities {
  /** Stores a revision that no caller waits for. Answers the last stored revision. */
  recordCase(record: RevisionRecord): Promise<number>;
  acknowledge(input: EffectOf<AcknowledgeEffect>): Promise<void>;
  remind(input: EffectOf<RemindEffect>): Promise<void>;
  tellCitizen(input: EffectOf<TellCitizenEffect>): Promise<void>;
  sendReply(input: EffectOf<SendReplyEffect>): Promise<ReplyOutcome>;
  transmit(input: EffectOf<TransmitEffect>): Promise<void>;
  fetchCalendars(input: EffectOf<FetchCalendarsEffect>): Promise<Calendars>;
}
