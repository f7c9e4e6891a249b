import type { IntakeChannel, TaskKind } from '../case/case-file.js';
import type { ClockState } from '../case/clock.js';
import type { Conclusion, ConclusionKind } from '../case/conclusion.js';
import type { Role } from '../people/role.js';
import type { ReplyChannel } from '../process/runnable.js';
import type { NotCountedReason } from '../time/day-count.js';
import { plainDate, typeset } from './french-typography.js';

/**
 * What is said of roles, channels, tasks and clocks, one word per thing, wherever people read it. A role is named by its
 * office or in both genders; whoever holds it has their own quality, from the town's data, which letters print.
 */
export const ROLE_WORDS: Readonly<Record<Role | 'citizen', string>> = {
  ambassador: 'relation citoyenne',
  referent: 'référente ou référent',
  headOfDepartment: 'responsable de service',
  director: 'direction',
  dga: 'direction générale adjointe',
  dgs: 'direction générale des services',
  cabinetDirector: 'direction du cabinet',
  electedOfficial: 'élue ou élu',
  patroller: 'patrouille',
  designer: 'conception des processus',
  headOfCitizenRelations: 'responsable de la relation citoyenne',
  dataProtectionOfficer: 'protection des données',
  administrator: 'administration de Parvis',
  machine: 'logiciel',
  citizen: 'usager',
};

export const CHANNEL_WORDS: Readonly<Record<IntakeChannel, string>> = {
  teleservice: 'téléservice',
  telephone: 'téléphone',
  frontDesk: 'guichet',
  letter: 'courrier',
  email: 'courriel',
  quartierCouncil: 'conseil de quartier',
  neighbourhoodTour: 'visite de quartier',
  selfReferral: 'autosaisine',
};

export const REPLY_CHANNEL_WORDS: Readonly<Record<ReplyChannel, string>> = {
  email: 'par courriel',
  letter: 'par courrier',
  spoken: 'de vive voix',
  none: 'sans réponse (demande anonyme)',
};

/** How the reply goes out, as a sentence of its own. */
export function replySentence(channel: ReplyChannel): string {
  return channel === 'none' ? 'Aucune réponse à envoyer (demande anonyme)' : `Réponse ${REPLY_CHANNEL_WORDS[channel]}`;
}

/** What is to be done, as the title of a task. */
export const TASK_WORDS: Readonly<Record<TaskKind, string>> = {
  qualify: 'Trouver le bon processus',
  reassign: 'Trouver le bon service',
  answer: 'Répondre',
  inspect: 'Aller voir sur place',
  giveOpinion: 'Donner un avis',
  endorse: 'Viser la réponse',
  sign: 'Signer la réponse',
  confirmPosting: 'Poster la lettre et le confirmer',
  settleDoubt: 'Vérifier si la réponse est partie',
};

const CONCLUSION_WORDS: Readonly<Record<ConclusionKind, string>> = {
  answered: 'Réponse donnée',
  planned: 'Intervention prévue',
  done: 'Fait, avec preuve',
  refused: 'Refusé, avec le motif',
  notOurs: 'Transmis à l’autorité compétente',
  withdrawn: 'Demande retirée par l’usager',
  noCitizenReply: 'Sans réponse de l’usager',
};

/** How a case ended, with the day or the authority where there is one. */
export function conclusionInFrench(conclusion: Conclusion): string {
  const words = CONCLUSION_WORDS[conclusion.kind];
  if (conclusion.kind === 'planned') return typeset(`${words} le ${plainDate(conclusion.on)}`);
  if (conclusion.kind === 'notOurs') return typeset(`Transmis à : ${conclusion.passedTo}`);
  return words;
}

export const CLOCK_STATE_WORDS: Readonly<Record<ClockState, string>> = {
  running: 'en cours',
  paused: 'suspendue',
  undated: 'sans date pour l’instant',
  late: 'dépassée',
  kept: 'tenue',
  missed: 'manquée',
  stopped: 'arrêtée sans réponse',
};

const DAY_REASONS: Readonly<Record<NotCountedReason, string>> = {
  startDay: 'jour de réception',
  weekend: 'fin de semaine',
  sunday: 'dimanche',
  publicHoliday: 'jour férié',
  closure: 'fermeture',
  paused: 'délai suspendu',
  lastClearDay: 'lendemain du dernier jour franc',
  rolledForward: 'report au premier jour ouvré',
};

/** Why a day of a time limit does not count. */
export function dayReasonInFrench(reason: NotCountedReason, label?: string): string {
  return label === undefined ? DAY_REASONS[reason] : typeset(`${DAY_REASONS[reason]} : ${label}`);
}
