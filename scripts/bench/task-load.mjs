import { DeskClient } from './desk-client.mjs';
import { BENCH_PROCESS } from './bench-catalog.mjs';

/** Who does the four tasks, in order, and by which route. */
const TASKS = /** @type {const} */ ([
  ['referent.voirie', 'answer'],
  ['chef.voirie', 'endorse'],
  ['directeur.espace-public', 'endorse'],
  ['dgs', 'endorse'],
]);

/**
 * @typedef {{ items: readonly { id: string, caseId: string, kind: string }[] }} TaskPage
 * @typedef {{ letterHash: string }} Done
 */

const request = {
  processId: BENCH_PROCESS,
  channel: 'telephone',
  words:
    'Il y a un trou devant chez moi, au numéro trois, depuis les dernières gelées ; les voitures font un écart dangereux.',
  answers: { danger: false },
  place: { text: '3 rue du Vieux-Cuir' },
  citizen: { firstName: 'Rosine', lastName: 'Passerose', phone: '06 39 98 00 01' },
  replyChannel: 'spoken',
};
const answer = {
  text: 'Nous avons bien reçu votre demande et vérifié la situation sur place. La régie reprendra la chaussée à la première journée sèche.',
  conclusion: { kind: 'answered' },
};

/**
 * A client: an ambassador and the four people of the circuit, each with a session of their own.
 * @param {string} origin
 * @returns {Promise<import('./load.mjs').LiveACase>}
 */
export async function productClient(origin) {
  const ambassador = await DeskClient.signIn(origin, 'ambassadrice1');
  const people = await Promise.all(TASKS.map(([login]) => DeskClient.signIn(origin, login)));
  return async (note) => {
    /** @type {{ caseId: string }} */
    const receipt = await note('intake', () => ambassador.post('/requests', request));
    let letterHash = '';
    for (const [rank, [login, verb]] of TASKS.entries()) {
      const person = /** @type {DeskClient} */ (people[rank]);
      /** @type {TaskPage} */
      const { items } = await note('list', () => person.get('/tasks?limit=50'));
      const task = items.find(({ caseId }) => caseId === receipt.caseId);
      if (task === undefined) throw new Error(`${login} does not see the task of ${receipt.caseId}`);
      const body = verb === 'answer' ? answer : { letterHash };
      /** @type {Done} */
      const done = await note('command', () => person.post(`/tasks/${task.id}/${verb}`, body));
      letterHash = done.letterHash;
    }
  };
}
