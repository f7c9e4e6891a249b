import { aCase } from '../../../test/support/builders/a-case.js';
import { ROUTE } from '../../../test/support/builders/rules-for-tests.js';
import { localDateOf } from '../../../domain/time/calendar.js';
import type { CasePlayer } from '../../../src/catalog/case-player.js';
import { possibleWords } from './possible-words.js';
import { newsSince, stateLines } from './try-lines.js';
import { carryOut } from './try-orders.js';

const town = { definitionOf: () => undefined, routeOf: () => ROUTE };

function dayOf(play: CasePlayer): string {
  return localDateOf(play.rules.calendars['ville']!, play.now);
}

function afterOrders(...orders: readonly string[]): CasePlayer {
  const play = aCase().build();
  for (const order of orders) expect(carryOut(play, town, order)).toBeUndefined();
  return play;
}

describe('an order to a case that is tried', () => {
  it.each([
    ['+3', '2026-04-23'],
    ['+10 jours ouvrés', '2026-05-05'],
    ['+6 jours ouvrables', '2026-04-27'],
    ['+3 jours', '2026-04-23'],
    ['+1 mois', '2026-05-20'],
    ['2026-06-01', '2026-06-01'],
  ])('jumps in time: %s', (order, day) => {
    expect(dayOf(afterOrders(order))).toBe(day);
  });

  it('does what people do, with its details', () => {
    const play = afterOrders(
      'referent:answers conclusion=planned plannedOn=2026-05-30',
      '+1',
      'headOfDepartment:endorses',
    );
    expect(play.caseFile.answer?.conclusion).toEqual({ kind: 'planned', on: '2026-05-30' });
    expect(play.caseFile.tasks).toMatchObject([{ kind: 'endorse', role: 'dgs' }]);
  });

  it('says in French what may not be done, and why', () => {
    expect(carryOut(aCase().build(), town, 'dgs:endorses')).toMatch(/^Refusé : .*\[case\.not-possible-now\]$/);
    expect(carryOut(aCase().build(), town, 'dgs:dances')).toContain('n’est pas un acte connu');
    expect(carryOut(aCase().build(), town, '+2 semaines')).toContain('jours ouvrés');
    expect(carryOut(aCase().build(), town, '2026-01-01')).toContain('ne revient pas en arrière');
    expect(carryOut(aCase().build(), town, 'ambassador:qualifies process=x.y')).toContain('pas un processus');
  });
});

describe('what is shown of it', () => {
  it('lists what may be done now, and nothing else', () => {
    expect(possibleWords(afterOrders('referent:answers'), town)).toEqual([
      'author recalls',
      'headOfDepartment endorses',
      'headOfDepartment corrects',
      'headOfDepartment sends back',
      'citizen withdraws',
      'citizen changes the channel',
      'ambassador reassigns',
    ]);
  });

  it('tells tasks, dates and mails in French', () => {
    const play = afterOrders('2026-05-07');
    const told = [...newsSince(play, { lines: 0, effects: 0 }), ...stateLines(play)]
      .join('\n')
      .replaceAll('\u00a0', ' ');
    expect(told).toContain('courriel à l’usager : accusé de réception');
    expect(told).toContain('Alerte aux responsables du service : délai dépassé');
    expect(told).toContain('Répondre : référente ou référent (p-referent)');
    expect(told).toContain('promesse de la ville : dépassée, échéance le mardi 5 mai 2026');
  });
});
