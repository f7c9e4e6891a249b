import { startClock } from '../../domain/case/clock.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { Calendars } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';
import { explainClock } from '../cases/explain-clock.js';
import { printInstant } from '../calendar/read-instant.js';
import { longDate, typeset } from '../../domain/text/french-typography.js';
import type { PromiseDto } from './promise.dto.js';

/** The dates that a request received at that instant would be given, explained; the same clocks as an opening starts. */
export function promiseAt(definition: ProcessDefinition, calendars: Calendars, receivedAt: Instant): PromiseDto {
  const clocks = definition.clocks.map((rule) => {
    const { organisation } = definition;
    const clock = startClock(calendars, { id: rule.id, rule, organisation, startedAt: receivedAt });
    return explainClock(clock, definition, calendars[organisation]);
  });
  const promisedOn = clocks.find(({ kind }) => kind === 'promise')?.dueOn;
  return {
    receivedAt: printInstant(receivedAt),
    ...(promisedOn === undefined
      ? {}
      : { promisedOn, words: typeset(`Vous aurez une réponse au plus tard le ${longDate(promisedOn)}.`) }),
    clocks,
  };
}
