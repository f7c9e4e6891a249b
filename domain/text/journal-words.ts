import type { ActKind } from '../case/case-command.js';
import type { CaseEventKind } from '../case/case-event.js';
import type { ClockState, ReminderLevel } from '../case/clock.js';
import type { StepKind } from '../process/runnable.js';
import { plainDate, typeset } from './french-typography.js';

/** What a line says besides its code: ids, dates, codes. */
export type About = Readonly<Record<string, string | number | boolean>>;

const ACTS: Readonly<Record<ActKind, string>> = {
  qualify: 'Processus choisi',
  reassign: 'Demande confiée à une autre personne',
  refuseAssignment: 'Demande rendue : ce n’est pas pour ce service',
  answer: 'Réponse rédigée',
  askCitizen: 'Pièce ou précision demandée à l’usager',
  askOpinion: 'Avis demandé à un autre service',
  askFinding: 'Constat demandé sur place',
  citizenAnswered: 'L’usager a envoyé ce qui manquait',
  giveOpinion: 'Avis rendu',
  giveFinding: 'Constat rendu',
  dropOpenRequest: 'Demande en cours abandonnée',
  endorse: 'Réponse visée',
  endorseCorrected: 'Réponse corrigée et visée',
  sendBack: 'Réponse renvoyée pour correction',
  recall: 'Réponse reprise par son auteur',
  sign: 'Réponse signée',
  confirmPosting: 'Lettre postée',
  settleDoubt: 'Doute sur l’envoi levé',
  close: 'Demande close sans réponse',
  reopen: 'Demande rouverte',
  changeReplyChannel: 'Moyen de réponse changé',
  retryEffect: 'Action technique relancée',
  skipEffect: 'Action technique abandonnée',
};

const EVENTS: Readonly<Record<Exclude<CaseEventKind, 'command'>, string>> = {
  deadlinePassed: 'Échéance atteinte',
  replySent: 'Réponse partie par courriel',
  replyToPost: 'Lettre mise dans les courriers à poster',
  replyInDoubt: 'Envoi de la réponse incertain',
  effectFailed: 'Une action technique a échoué',
  acknowledged: 'Accusé de réception parti',
  calendarsFetched: 'Calendriers relus',
  calendarChanged: 'Calendrier modifié',
};

const LEVELS: Readonly<Record<ReminderLevel, string>> = {
  half: 'à la moitié du délai',
  most: 'à 80 % du délai',
  last: 'le dernier jour',
  overdue: 'délai dépassé',
  silence: 'fin du délai légal',
  itemOverdue: 'élément attendu non reçu',
  watch: 'demande toujours en retard',
};

/** The steps of a process, one word per thing. */
export const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  qualification: 'Recherche du bon processus',
  assignment: 'Attribution',
  inspection: 'Constat sur place',
  answer: 'Rédaction de la réponse',
  endorsement: 'Circuit de visa',
  signature: 'Signature',
  reply: 'Envoi de la réponse',
};

const CLOCKS: Readonly<Record<ClockState, string>> = {
  running: 'Délai en cours',
  paused: 'Délai suspendu',
  undated: 'Échéance à calculer quand le calendrier sera connu',
  late: 'Délai dépassé',
  kept: 'Délai tenu',
  missed: 'Délai manqué',
  stopped: 'Délai arrêté sans réponse',
};

const OTHERS: Readonly<Record<string, (about: About) => string>> = {
  'case.opened': () => 'Demande enregistrée',
  'case.backDated': () => 'Date de réception antérieure à la saisie',
  'case.concluded': () => 'Demande conclue',
  'case.watched': () => 'Examen hebdomadaire de la demande',
  'clock.reminded': (about) => `Rappel : ${levelOf(about)}`,
  'clock.escalated': (about) => `Alerte aux responsables du service : ${levelOf(about)}`,
  'clock.silence': ({ means }) => `Le silence vaut ${means === 'acceptance' ? 'accord' : 'rejet'}`,
  'step.entered': ({ kind }) => `Étape : ${STEP_WORDS[kind as StepKind]}`,
  'openRequest.refused': () => 'Avis refusé : ce n’est pas pour ce service',
  'openRequest.dropped': () => 'Demande en cours sans objet',
  'openRequest.overdue': () => 'Élément attendu non reçu à la date dite',
  'command.noEffect': () => 'Sans effet : la situation avait changé',
};

/** What a journal line says to a person; its code where a future version writes one that this one does not know. */
export function lineInFrench(code: string, about: About = {}): string {
  const [family = '', name = ''] = code.split(/\.(.*)/s);
  const other = OTHERS[code];
  if (other !== undefined) return typeset(other(about));
  const plain = plainWords(family, name);
  if (plain === undefined) return code;
  return typeset(typeof about['dueOn'] === 'string' ? `${plain}, échéance le ${plainDate(about['dueOn'])}` : plain);
}

/** What matters to whoever follows the case; the rest is the machine's detail, folded away by screens. */
export function isEssential(code: string): boolean {
  return code.startsWith('command.') || ESSENTIAL.has(code);
}

const ESSENTIAL = new Set([
  'case.opened',
  'case.backDated',
  'case.concluded',
  'event.replySent',
  'event.replyToPost',
  'event.replyInDoubt',
  'event.acknowledged',
  'event.effectFailed',
  'clock.paused',
  'clock.late',
  'clock.escalated',
  'clock.silence',
  'openRequest.refused',
  'openRequest.overdue',
]);

function plainWords(family: string, name: string): string | undefined {
  if (family === 'command') return ACTS[name as ActKind];
  if (family === 'event') return EVENTS[name as keyof typeof EVENTS];
  return family === 'clock' ? CLOCKS[name as ClockState] : undefined;
}

function levelOf({ level }: About): string {
  return LEVELS[level as ReminderLevel];
}
