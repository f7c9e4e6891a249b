import type { EffectKind } from '../case/effect.js';
import { typeset } from './french-typography.js';

/** An incident for an administrator: what did not happen, why, and what it means for the citizen. */
export interface IncidentWords {
  readonly title: string;
  readonly cause: string;
  readonly consequence: string;
}

const KINDS: Readonly<
  Record<EffectKind | 'journalGap' | 'stuckRun' | 'antivirus', readonly [title: string, consequence: string]>
> = {
  acknowledge: [
    'L’accusé de réception n’est pas parti',
    'L’usager ne connaît pas encore le numéro de sa demande ni la date promise.',
  ],
  remind: [
    'Un rappel n’est pas parti',
    'La personne qui tient la demande n’a pas été prévenue par courriel ; sa tâche reste visible.',
  ],
  tellCitizen: [
    'Un message à l’usager n’est pas parti',
    'L’usager ne sait pas encore ce qui lui est demandé ou annoncé.',
  ],
  sendReply: [
    'La réponse n’est pas partie',
    'La réponse est signée mais l’usager ne l’a pas reçue : le délai promis court toujours.',
  ],
  transmit: [
    'La demande n’a pas été transmise à l’autorité compétente',
    'L’usager croit sa demande transmise : l’autorité qui doit lui répondre ne l’a pas reçue.',
  ],
  fetchCalendars: ['Les calendriers n’ont pas pu être relus', 'L’échéance de la demande n’est pas à jour.'],
  journalGap: [
    'Il manque une ligne à l’historique d’une demande',
    'La dernière étape de la demande n’est pas visible ; rien n’est perdu.',
  ],
  antivirus: [
    'L’antivirus ne répond plus',
    'Les fichiers reçus restent « en cours d’analyse » : personne ne peut les ouvrir, et les transmissions qui les joignent attendent.',
  ],
  stuckRun: [
    'Une demande n’avance plus',
    'Les actions des agents sur cette demande attendent ; elles seront faites dès que l’erreur sera corrigée.',
  ],
};

const CAUSES: Readonly<Record<string, string>> = {
  'mail.address-refused': 'Le serveur de messagerie refuse l’adresse : elle est fausse, ou n’existe plus.',
  'mail.message-refused': 'Le serveur de messagerie refuse le message : trop volumineux, ou jugé indésirable.',
  'mail.relay-refused': 'Le serveur d’envoi ne nous accepte pas : sa configuration est à vérifier.',
  'mail.unavailable': 'Le serveur d’envoi n’a pas répondu malgré plusieurs essais.',
  'mail.in-doubt': 'La liaison a été coupée pendant l’envoi : le message est peut-être parti.',
  'journal.gap': 'Une étape a été enregistrée sans celle qui la précède.',
  'antivirus.away':
    'Un fichier attend son analyse depuis plus d’un quart d’heure : vérifiez le serveur ClamAV et son adresse (CLAMAV_ADDRESS).',
  'run.stuck':
    'La même erreur revient plusieurs fois de suite sur cette demande : l’éditeur de Parvis doit la corriger.',
  'reply.no-address': 'L’usager n’a plus d’adresse électronique : répondez par courrier.',
  'transmission.no-address': 'Cette autorité n’est plus dans la liste de la ville, ou n’a pas d’adresse.',
  'effect.failed': 'L’action a échoué à chaque essai, sans autre précision.',
};

/** The words of an incident, by what failed and by the code of its cause; an unknown code is shown as it is. */
export function incidentInFrench(kind: string, code: string): IncidentWords {
  const known: Readonly<Record<string, readonly [string, string] | undefined>> = KINDS;
  const [title, consequence] = known[kind] ?? [
    'Une action technique a échoué',
    'La demande attend que cette action soit relancée ou abandonnée.',
  ];
  return {
    title: typeset(title),
    cause: typeset(CAUSES[code] ?? `Cause technique : ${code}`),
    consequence: typeset(consequence),
  };
}
