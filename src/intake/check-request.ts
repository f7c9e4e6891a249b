import { checkAnswers, withPiecesToFollow } from '../../domain/request/check-answers.js';
import type { Answers, PlaceAnswer } from '../../domain/request/answers.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';
import {
  hasMail,
  hasPostalAddress,
  unreachableBy,
  type Contacts,
  type Unreachable,
} from '../../domain/request/reachability.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { Refusal, type Fault } from '../http/refusal.js';
import { answerFaults } from './answer-faults.js';
import type { NewRequestDto } from './new-request.dto.js';

/** Clocks of clients and ours differ by a little; beyond that, a moment to come is a mistake. */
const CLOCK_SKEW = 60_000;

/** What was received, after every check. */
export interface CheckedRequest {
  readonly answers: Answers;
  readonly replyChannel: ReplyChannel;
  readonly receivedAt: number;
}

export interface CheckedAgainst {
  readonly definition: ProcessDefinition;
  readonly at: number;
  readonly today: LocalDate;
  /** What is known of the citizen, or given. */
  readonly contacts: Contacts;
}

/** Checks what only the process, the calendar and the citizen's sheet can tell; every fault at once. @throws Refusal `request.invalid-answers` */
export function checkRequest(
  request: NewRequestDto,
  { definition, at, today, contacts }: CheckedAgainst,
): CheckedRequest {
  const form = request.channel === 'teleservice' ? definition.form : withPiecesToFollow(definition.form);
  const checked = checkAnswers(form, request.answers ?? {}, today);
  const receivedAt = request.receivedAt === undefined ? at : Date.parse(request.receivedAt);
  const replyChannel = request.replyChannel ?? defaultChannel(contacts);
  const faults: Fault[] = [...answerFaults(checked.faults, form), ...channelFaults(contacts, replyChannel)];
  if (receivedAt > at + CLOCK_SKEW) {
    faults.push({
      pointer: '/receivedAt',
      code: 'receivedAt.future',
      detail: 'La date de réception ne peut pas être à venir.',
    });
  }
  if (faults.length > 0) throw new Refusal('request.invalid-answers', { faults });
  return { answers: checked.answers, replyChannel, receivedAt: Math.min(receivedAt, at) };
}

function defaultChannel(contacts: Contacts): ReplyChannel {
  if (hasMail(contacts)) return 'email';
  return hasPostalAddress(contacts) ? 'letter' : 'none';
}

/** Where each is corrected. */
const POINTERS: Readonly<Record<Unreachable, string>> = {
  'citizen.no-mail-address': '/citizen/email',
  'citizen.no-postal-address': '/citizen/address',
};

function channelFaults(contacts: Contacts, channel: ReplyChannel): readonly Fault[] {
  const code = unreachableBy(channel, contacts);
  return code === undefined ? [] : [{ pointer: POINTERS[code], code, detail: REFUSAL_SENTENCES[code] }];
}

/** The place that the answers to the form name, if any. */
export function placeIn(answers: Answers): PlaceAnswer | undefined {
  return Object.values(answers).find(
    (answer): answer is PlaceAnswer => typeof answer === 'object' && 'label' in answer,
  );
}
