import { listOf, shortDate, typeset } from '../../domain/text/french-typography.js';
import type { CaseDetail, Clock, TimelineEntry } from './api-shapes.js';
import { townDay } from './received-at.js';

/** The cells of a case in the table of the day. */
export function rowOf(detail: CaseDetail): readonly string[] {
  const promise = promiseOf(detail);
  return [
    detail.caseNumber,
    detail.title,
    detail.channelWords,
    promise === undefined ? 'sans promesse' : typeset(whyThatDate(promise)),
    typeset([...pathOf(detail.timeline), ending(detail)].join(' → ')),
    promise === undefined ? '' : keptWord(promise),
  ];
}

/** The town's promise that counts: the last one started. */
export function promiseOf({ clocks }: CaseDetail): Clock | undefined {
  return clocks.filter(({ kind }) => kind === 'promise').at(-1);
}

/** « 08/12/2026 : 10 jours ouvrés depuis le 24/11, sans le 11/11 (Armistice) ». */
function whyThatDate({ promisedOn, dueOn, limit, dayZero, days, pauses }: Clock): string {
  const date = promisedOn ?? dueOn;
  if (date === undefined) return `${limit}, date à calculer`;
  const off = days.filter(({ counted, reason }) => !counted && (reason === 'publicHoliday' || reason === 'closure'));
  const named = off.map((day) => `${dayMonth(day.date)}${day.label === undefined ? '' : ` (${day.label})`}`);
  return [
    `${shortDate(date)} : ${limit} depuis le ${dayMonth(dayZero)}`,
    ...(named.length === 0 ? [] : [`sans le ${listOf(named)}`]),
    ...(pauses.length === 0 ? [] : [pauses.length === 1 ? 'une suspension' : `${String(pauses.length)} suspensions`]),
    ...(dueOn === undefined || dueOn === date ? [] : [`reportée au ${dayMonth(dueOn)}`]),
  ].join(', ');
}

function dayMonth(date: string): string {
  return shortDate(date).slice(0, 5);
}

const WORDS_OF_STATE: Readonly<Record<string, string>> = {
  kept: 'tenue',
  missed: 'manquée',
  late: 'dépassée',
  running: 'en cours',
  paused: 'suspendue',
  undated: 'sans date',
  stopped: 'sans objet',
};

/** How the promise stands; a day that is over counts as such before the town hall opens and the reminder leaves. */
export function standingOf({ state, dueOn = '9999-12-31' }: Clock): string {
  return state === 'running' && dueOn < townDay(Date.now()) ? 'late' : state;
}

function keptWord(clock: Clock): string {
  const standing = standingOf(clock);
  return WORDS_OF_STATE[standing] ?? standing;
}

const WHO: Readonly<Record<string, string>> = {
  ambassador: 'accueil',
  headOfCitizenRelations: 'resp. accueil',
  referent: 'référent',
  headOfDepartment: 'chef',
  director: 'direction',
  dga: 'DGA',
  dgs: 'DGS',
  cabinetDirector: 'cabinet',
  electedOfficial: 'élu',
  patroller: 'patrouille',
  dataProtectionOfficer: 'DPO',
  administrator: 'admin.',
  citizen: 'usager',
};

const DID: Readonly<Record<string, string>> = {
  'command.qualify': 'qualifie',
  'command.reassign': 'confie à un autre',
  'command.refuseAssignment': 'rend (pas pour lui)',
  'command.answer': 'répond',
  'command.askCitizen': 'demande une pièce',
  'command.askOpinion': 'demande un avis',
  'command.askFinding': 'demande un constat',
  'command.citizenAnswered': 'transmet la pièce',
  'command.giveOpinion': 'donne son avis',
  'command.giveFinding': 'constate',
  'command.dropOpenRequest': 'y renonce',
  'command.endorse': 'vise',
  'command.endorseCorrected': 'corrige et vise',
  'command.sendBack': 'renvoie',
  'command.recall': 'reprend',
  'command.sign': 'signe',
  'command.confirmPosting': 'poste',
  'command.settleDoubt': 'lève le doute',
  'command.close': 'clôt',
  'command.reopen': 'rouvre',
  'command.changeReplyChannel': 'change le canal',
  'command.retryEffect': 'relance',
  'command.skipEffect': 'passe outre',
  'event.replySent': 'courriel parti',
  'event.replyInDoubt': 'envoi incertain',
  'clock.escalated': 'alerte au chef',
};

/** Who did what, in order, in few words. */
function pathOf(timeline: readonly TimelineEntry[]): readonly string[] {
  const path: string[] = [];
  for (const { code, actorRole } of timeline) {
    const did = DID[code];
    if (did === undefined) continue;
    const who = code.startsWith('command.') ? WHO[actorRole ?? ''] : undefined;
    const step = (who === undefined ? did : `${who} ${did}`).replaceAll(' ', '\u00a0');
    if (path.at(-1) !== step) path.push(step);
  }
  return path;
}

const ENDED: Readonly<Record<string, string>> = {
  answered: 'répondu',
  planned: 'intervention prévue',
  done: 'fait',
  refused: 'refusé',
  notOurs: 'transmis ailleurs',
  withdrawn: 'retiré',
  noCitizenReply: 'sans réponse de l’usager',
};

/** How it ended, or whom it waits for. */
function ending({ status, conclusion, statusWords, replyState }: CaseDetail): string {
  if (status !== 'open') return `CLOS : ${ENDED[conclusion ?? ''] ?? conclusion ?? ''}`;
  return replyState === 'failed' ? 'OUVERT : l’envoi a échoué' : `OUVERT : ${statusWords}`;
}
