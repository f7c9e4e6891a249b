import type { FigureDefinitionDto } from './statistics.dto.js';

/** What each figure means: shown beside it, and served with it. A figure without its definition is not published. */
export const FIGURE_DEFINITIONS: readonly FigureDefinitionDto[] = [
  {
    id: 'received',
    label: 'Demandes reçues',
    meaning:
      'Demandes arrivées en mairie pendant la période, par leur jour de réception, quel que soit le moyen. Un message mis de côté comme indésirable n’y entre pas, sauf s’il est rétabli.',
    source:
      'La ligne d’ouverture de chaque demande (case.opened) et son jour de réception, moins les messages mis de côté.',
  },
  {
    id: 'answered',
    label: 'Demandes répondues',
    meaning:
      'Réponses parties pendant la période. Une demande retirée par l’usager, ou close sans nouvelle de sa part, n’est pas une réponse.',
    source: 'Les lignes de conclusion (case.concluded) dont la conclusion est une réponse.',
  },
  {
    id: 'kept',
    label: 'Engagements tenus',
    meaning:
      'Parmi les réponses de la période, celles parties au plus tard le jour promis. Le délai ne court pas pendant que l’usager doit envoyer une pièce.',
    source: 'L’état de l’engagement écrit dans le journal au moment où la réponse part.',
  },
  {
    id: 'missed',
    label: 'Engagements manqués',
    meaning: 'Parmi les réponses de la période, celles parties après le jour promis.',
    source: 'L’état de l’engagement écrit dans le journal au moment où la réponse part.',
  },
  {
    id: 'keptShare',
    label: 'Part tenue',
    meaning:
      'Les engagements tenus, rapportés à tous ceux de la période, tenus ou manqués. Une demande close sans réponse n’y entre pas.',
    source: 'Les deux chiffres précédents.',
  },
  {
    id: 'medianDays',
    label: 'Délai médian',
    meaning: 'La moitié des réponses ont demandé ce temps ou moins, en jours calendaires, de la réception à l’envoi.',
    source: 'Le jour de réception et l’instant de conclusion de chaque réponse.',
  },
  {
    id: 'reopened',
    label: 'Réouvertures',
    meaning: 'Demandes rouvertes pendant la période parce que la réponse ne réglait pas la question.',
    source: 'Les lignes de réouverture (command.reopen).',
  },
  {
    id: 'notForUs',
    label: '« Pas pour mon service »',
    meaning: 'Nombre de fois où un service a rendu une demande qui ne le concernait pas, pendant la période.',
    source: 'Les lignes de refus d’attribution (command.refuseAssignment).',
  },
  {
    id: 'steps',
    label: 'Temps par étape',
    meaning:
      'Temps passé dans chaque étape par les demandes répondues pendant la période, nuits et jours fermés compris. Pour les engagements manqués, il dit où le retard s’est formé.',
    source: 'Les lignes d’entrée dans une étape (step.entered), de l’une à la suivante, jusqu’à la conclusion.',
  },
];
