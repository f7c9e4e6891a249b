import { DeskClient } from './desk-client.mjs';
import { percentiles } from './statistics.mjs';

const WARM_UP = 40;
const ASKED = 300;

/** What each reader asks for, as the screens do. */
const QUESTIONS = /** @type {const} */ ([
  ['referent.voirie', 'my team, first page', '/tasks?scope=team'],
  ['referent.voirie', 'my team, one kind, one neighbourhood', '/tasks?scope=team&kind=answer&quartier=tanneries'],
  ['referent.voirie', 'my team, late only', '/tasks?scope=team&late=true'],
  ['referent.voirie', 'my team, counts', '/tasks/counts?scope=team'],
  ['referent.voirie', 'mine, first page', '/tasks'],
  ['directeur.espace-public', 'a directorate, first page', '/tasks?scope=team'],
  ['directeur.espace-public', 'a directorate, counts', '/tasks/counts?scope=team'],
]);

/** @param {string} origin */
export async function benchInbox(origin) {
  const measures = [];
  for (const [login, what, route] of QUESTIONS) {
    const person = await DeskClient.signIn(origin, login);
    /** @type {number[]} */
    const taken = [];
    for (let n = -WARM_UP; n < ASKED; n++) {
      const from = performance.now();
      await person.get(route);
      if (n >= 0) taken.push(performance.now() - from);
    }
    measures.push({ login, what, route, ...percentiles(taken) });
  }
  return measures;
}
