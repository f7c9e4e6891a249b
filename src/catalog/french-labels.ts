import type { ChainRole } from '../../domain/people/role.js';
import type { Nature, ReplySection, TeleserviceKind } from '../../domain/process/process-definition.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';

/** How a sheet of the catalogue names things in French. */
export const NATURES: Readonly<Record<Nature, string>> = {
  procedure: 'démarche',
  report: 'signalement',
  information: 'information',
  question: 'question',
  complaint: 'réclamation',
};

export const REPLY_CHANNEL_NAMES: Readonly<Record<ReplyChannel, string>> = {
  email: 'courriel',
  letter: 'courrier',
  spoken: 'de vive voix',
  none: 'sans réponse (anonyme)',
};

export const SECTION_NAMES: Readonly<Record<ReplySection, string>> = {
  answered: 'répondu',
  planned: 'programmé',
  done: 'fait',
  refused: 'refusé',
  notOurs: 'transmis à une autre autorité',
  noCitizenReply: 'sans nouvelle de l’usager',
};

export const TELESERVICE_NAMES: Readonly<Record<TeleserviceKind, string>> = {
  information: 'information',
  download: 'imprimé à télécharger',
  redirection: 'renvoi vers un autre site',
  form: 'formulaire en ligne',
  internalApplication: 'application de la ville',
};

const ROLE_NAMES: Readonly<Record<ChainRole, string>> = {
  headOfDepartment: 'Chef de service',
  director: 'Directeur',
  dga: 'DGA',
  dgs: 'DGS',
  cabinetDirector: 'Directeur de cabinet',
  electedOfficial: 'Élu délégué',
};

/** The agglomération and the CCAS have a vice-president where the town has an elected official with a delegation. */
export function roleName(role: ChainRole, organisation: string): string {
  return role === 'electedOfficial' && organisation !== 'ville' ? 'Vice-président' : ROLE_NAMES[role];
}
