import { requestOf, type Clock } from '../../domain/case/clock.js';
import { clockConditionWords } from '../catalog/process-words.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { CLOCK_STATE_WORDS } from '../../domain/text/case-words.js';
import type { Calendar } from '../../domain/time/calendar.js';
import { countDays } from '../../domain/time/day-count.js';
import { timeLimitInFrench } from '../../domain/time/time-limit.js';
import { explainedDay, type ExplainedDayDto } from '../calendar/counted-day.dto.js';
import type { ClockDto } from './clock.dto.js';

/** A clock in words, with the count behind its date on the calendar that computed it. */
export function explainClock(clock: Clock, definition: ProcessDefinition, calendar: Calendar | undefined): ClockDto {
  const described = definition.clocks.find((one) => one.id === clock.rule.id);
  const { promisedOn, dueOn, endedOn } = clock;
  const { silenceMeans } = clock.rule;
  return {
    id: clock.id,
    kind: clock.rule.kind,
    limit: timeLimitInFrench(clock.rule.limit),
    ...conditionOf(clock, definition),
    basis: described?.basis ?? '',
    ...(described?.source === undefined ? {} : { source: described.source }),
    state: clock.state,
    words: CLOCK_STATE_WORDS[clock.state],
    missingItem: clock.rule.missingItem,
    stoppedBy: clock.rule.stoppedBy,
    dayZero: clock.dayZero,
    ...(promisedOn === undefined ? {} : { promisedOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(silenceMeans === undefined ? {} : { silenceMeans }),
    pauses: clock.pauses.map(({ openRequest, from, to }) => ({
      openRequest,
      from,
      ...(to === undefined ? {} : { to }),
    })),
    days: calendar === undefined ? [] : daysOf(clock, calendar),
  };
}

function conditionOf({ rule }: Clock, definition: ProcessDefinition): Pick<ClockDto, 'condition'> {
  const words = clockConditionWords(rule, definition);
  return words === '' ? {} : { condition: words.slice(2) };
}

function daysOf(clock: Clock, calendar: Calendar): readonly ExplainedDayDto[] {
  const count = countDays(calendar, requestOf(clock));
  return count.kind === 'dated' ? count.days.map(explainedDay) : [];
}
