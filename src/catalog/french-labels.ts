import type { ChainRole } from '../../domain/people/role.js';
import type { Nature, Organisation, ReplySection, TeleserviceKind } from '../../domain/process/process-definition.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';

/** How a sheet of the catalogue names things in French. */
export const NATURES: Readonly<Record<Nature, string>> = {
  procedure: 'démarche',
  report: 'signalement',
  information: 'information',
  question: 'question',
  complaint: 'réclamation',
};

const ORGANISATION_NAMES: Readonly<Record<Organisation, string>> = {
  ville: 'la Ville',
  agglo: 'l’Agglomération',
  ccas: 'le CCAS',
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
  headOfDepartment: 'Responsable de service',
  director: 'Direction',
  dga: 'DGA',
  dgs: 'DGS',
  cabinetDirector: 'Direction du cabinet',
  electedOfficial: 'Élue ou élu délégué',
};

export function organisationName(organisation: Organisation): string {
  return ORGANISATION_NAMES[organisation];
}

/** Another team than the patrol may be the one that goes and sees. */
export function inspectionName(team: string): string {
  return team === 'grc.patrouille' ? 'Visite de la patrouille' : 'Visite sur place';
}

/** The agglomération and the CCAS have a vice-president where the town has an elected official with a delegation. */
export function roleName(role: ChainRole, organisation: string): string {
  return role === 'electedOfficial' && organisation !== 'ville' ? 'Vice-présidence' : ROLE_NAMES[role];
}
