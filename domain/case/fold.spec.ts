import { aCase, must } from '../../test/support/builders/a-case.js';
import { aCalendar, aDefinition, on, ROUTE, rulesFor } from '../../test/support/builders/rules-for-tests.js';
import type { CasePlayer } from '../../src/catalog/case-player.js';
import type { RunnableDefinition } from '../process/runnable.js';
import { foldCase, rulesNeeded, type RuleHashes, type StoredOpening } from './fold.js';
import { openCase } from './open-case.js';
import type { Rules } from './rules.js';

const CALENDARS = { ville: 'calendar-2026' };

function openingOf(play: CasePlayer, rules: Rules): StoredOpening {
  return { caseFile: openCase(rules, play.opening).caseFile, calendars: CALENDARS };
}

describe('the life of a whole case', () => {
  it('folds to the state that was lived, with the lines that were written', () => {
    const play = aCase().until('2026-04-27').answeredBy('p-referent').endorsedBy('headOfDepartment').build();
    must(play, 'dgs sends back', { to: 'author' });
    must(play, 'referent answers', { by: 'p-referent' });
    const opening = openingOf(play, rulesFor());
    const folded = foldCase(opening, play.events, () => rulesFor());
    expect(folded.caseFile).toEqual(play.caseFile);
    const lived = play.lines.filter(({ revision }) => revision > 0);
    expect(folded.outcomes.flatMap(({ lines }) => lines)).toEqual(lived);
    expect(folded.outcomes).toHaveLength(play.caseFile.revision);
  });

  it('folds to the state of any revision on the way', () => {
    const play = aCase().answeredBy('p-referent').endorsedBy('headOfDepartment', 'dgs').build();
    const opening = openingOf(play, rulesFor());
    const half = foldCase(opening, play.events.slice(0, 2), () => rulesFor());
    expect(half.caseFile.revision).toBe(2);
    expect(half.caseFile.status.kind).toBe('open');
  });
});

describe('the rules under which a journal is folded', () => {
  const other: RunnableDefinition = aDefinition({ hash: 'definition-2', steps: [{ kind: 'reply', by: ['email'] }] });

  it('change with a new process and with new calendars, at the event that brings them', () => {
    const play = aCase().build();
    const { processId, version, hash, organisation, sector, sensitive } = other;
    const act = {
      kind: 'qualify',
      definition: { processId, version, hash },
      organisation,
      sector,
      sensitive,
      answers: {},
      route: ROUTE,
    } as const;
    const refused = play.play({ actor: 'p-a', actorRole: 'ambassador', act, definition: other });
    expect(refused).toBeUndefined();
    play.take({ kind: 'calendarsFetched', at: on('2026-04-21'), effect: 'none', hashes: { ville: 'calendar-2027' } });

    const opening = openingOf(play, rulesFor());
    const asked: RuleHashes[] = [];
    const folded = foldCase(opening, play.events, (hashes) => {
      asked.push(hashes);
      return {
        definition: hashes.definition === 'definition-2' ? other : aDefinition(),
        calendars: { ville: aCalendar() },
      };
    });
    expect(asked[0]).toEqual({ definition: 'definition-2', calendars: CALENDARS });
    expect(asked.at(-1)).toEqual({ definition: 'definition-2', calendars: { ville: 'calendar-2027' } });
    expect(folded.caseFile).toEqual(play.caseFile);
    expect(rulesNeeded(opening, play.events)).toEqual([{ definition: 'definition-1', calendars: CALENDARS }, ...asked]);
  });
});
