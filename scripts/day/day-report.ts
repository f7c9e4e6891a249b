import { countOf } from '../../domain/text/french-typography.js';
import type { CaseLife } from './case-life.js';
import { promiseOf, rowOf, standingOf } from './case-row.js';
import type { CheckedCase } from './check-day.js';
import { table, type Column } from './table.js';
import type { TownHall } from './town-hall.js';

/** 120 characters with the gaps. */
const COLUMNS: readonly Column[] = [
  { title: 'Dossier', width: 12 },
  { title: 'Processus', width: 21 },
  { title: 'Canal', width: 11 },
  { title: 'Promis le, et pourquoi', width: 23 },
  { title: 'Chemin dans le circuit', width: 34 },
  { title: 'Promesse', width: 9 },
];

/** Every case of the day, for whoever reads it at the counter. */
export function tableOf(checked: readonly CheckedCase[]): string {
  return `\n${table(
    COLUMNS,
    checked.map(({ detail }) => rowOf(detail)),
  )}\n`;
}

export interface Played {
  readonly checked: readonly CheckedCase[];
  readonly lives: readonly CaseLife[];
  readonly town: TownHall;
  /** Requests that the API did not take. */
  readonly refused: number;
  /** Milliseconds. */
  readonly took: number;
  /** Whether a mail catcher was there to be counted. */
  readonly mailSeen: boolean;
}

/** What was done, what was refused, and what the check found. */
export function summaryOf({ checked, lives, town, refused, took, mailSeen }: Played): string {
  const breaches = checked.flatMap(({ detail, breaches: found }) =>
    found.map((one) => `  ✖ ${detail.caseNumber} : ${one}`),
  );
  const refusals = [...town.refusals]
    .sort(([, one], [, other]) => other - one)
    .map(([code, n]) => `${code} × ${String(n)}`);
  return [
    `${breadthOf(checked, lives)}.`,
    `${countOf(checked.length, 'dossier', 'dossiers')}, dont ${String(checked.filter(({ detail }) => detail.status === 'open').length)} encore ouverts ; promesses : ${statesOf(checked)}.`,
    `${countOf(
      lives.reduce((sum, { done }) => sum + done.length, 0),
      'acte',
      'actes',
    )} en ${String(Math.round(took / 1000))} s. Refus ordinaires : ${refusals.join(', ') || 'aucun'}.`,
    ...(refused === 0 ? [] : [`${countOf(refused, 'demande refusée', 'demandes refusées')} à l’entrée, plus haut.`]),
    '',
    'Vérification',
    verdict('chaque réponse est partie une fois, ou est en doute', breaches, /réponse|parti|envoi|courriel/),
    ...(mailSeen ? [] : ['    (sans la boîte aux lettres de démonstration, les courriels n’ont pas été comptés)']),
    verdict('listes, moteur et journal disent la même chose de chaque dossier', breaches, /journal|moteur/),
    verdict(
      'chaque dossier ouvert attend une personne, un moment ou un administrateur',
      breaches,
      /personne ne|personne et/,
    ),
    ...breaches,
    ...town.faults.map((fault) => `  ✖ faute de l’API : ${fault}`),
    breaches.length + town.faults.length === 0
      ? 'Tout est en ordre.'
      : `${String(breaches.length + town.faults.length)} manquement(s).`,
  ].join('\n');
}

/** What the day drew from: how much of the catalogue, of the channels and of the clock. */
function breadthOf(checked: readonly CheckedCase[], lives: readonly CaseLife[]): string {
  const different = (values: readonly string[]): number => new Set(values).size;
  const requests = lives.map(({ of }) => of.request);
  const processes = countOf(different(checked.map(({ detail }) => detail.processId)), 'démarche', 'démarches');
  const channels = countOf(different(requests.map(({ channel }) => channel)), 'canal', 'canaux');
  const hours = different(requests.map(({ saidAt }) => saidAt.slice(0, 2)));
  return `${processes} du catalogue, par ${channels}, à ${countOf(hours, 'heure', 'heures')} différentes du jour et de la nuit`;
}

function verdict(rule: string, breaches: readonly string[], about: RegExp): string {
  return `  ${breaches.some((one) => about.test(one)) ? '✖' : '✔'} ${rule}`;
}

/** One and several, in the order in which they are told. */
const STATES: Readonly<Record<string, readonly [one: string, several: string]>> = {
  kept: ['tenue', 'tenues'],
  missed: ['manquée', 'manquées'],
  running: ['en cours', 'en cours'],
  late: ['dépassée', 'dépassées'],
  paused: ['suspendue', 'suspendues'],
  undated: ['sans date', 'sans date'],
  stopped: ['sans objet', 'sans objet'],
};

function statesOf(checked: readonly CheckedCase[]): string {
  const counts = new Map<string, number>();
  for (const { detail } of checked) {
    const promise = promiseOf(detail);
    const state = promise === undefined ? 'undated' : standingOf(promise);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return Object.entries(STATES)
    .flatMap(([state, [one, several]]) => {
      const count = counts.get(state);
      return count === undefined ? [] : [countOf(count, one, several)];
    })
    .join(', ');
}
