import { checkAnswers, withPiecesToFollow } from '../../domain/request/check-answers.js';
import type { Answers, PlaceAnswer } from '../../domain/request/answers.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';
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

/** Checks what only the process and the calendar can tell; every fault at once. @throws Refusal `request.invalid-answers` */
export function checkRequest(
  request: NewRequestDto,
  definition: ProcessDefinition,
  now: { at: number; today: LocalDate },
): CheckedRequest {
  const form = request.channel === 'teleservice' ? definition.form : withPiecesToFollow(definition.form);
  const checked = checkAnswers(form, request.answers ?? {}, now.today);
  const receivedAt = request.receivedAt === undefined ? now.at : Date.parse(request.receivedAt);
  const replyChannel = request.replyChannel ?? defaultChannel(request);
  const faults: Fault[] = [...answerFaults(checked.faults), ...channelFaults(request, replyChannel)];
  if (receivedAt > now.at + CLOCK_SKEW) {
    faults.push({
      pointer: '/receivedAt',
      code: 'receivedAt.future',
      detail: 'La date de réception ne peut pas être à venir.',
    });
  }
  if (faults.length > 0) throw new Refusal('request.invalid-answers', { faults });
  return { answers: checked.answers, replyChannel, receivedAt: Math.min(receivedAt, now.at) };
}

function defaultChannel({ citizen }: NewRequestDto): ReplyChannel {
  if (citizen?.email !== undefined) return 'email';
  return citizen?.address === undefined ? 'none' : 'letter';
}

function channelFaults({ citizen }: NewRequestDto, channel: ReplyChannel): readonly Fault[] {
  if (citizen?.id !== undefined) return [];
  if (channel === 'email' && citizen?.email === undefined) {
    return [
      {
        pointer: '/citizen/email',
        code: 'email.needed',
        detail: 'Indiquez une adresse électronique pour répondre par courriel.',
      },
    ];
  }
  if (channel === 'letter' && citizen?.address === undefined) {
    return [
      {
        pointer: '/citizen/address',
        code: 'address.needed',
        detail: 'Indiquez une adresse postale pour répondre par courrier.',
      },
    ];
  }
  return [];
}

/** The place that the answers to the form name, if any. */
export function placeIn(answers: Answers): PlaceAnswer | undefined {
  return Object.values(answers).find(
    (answer): answer is PlaceAnswer => typeof answer === 'object' && 'label' in answer,
  );
}
