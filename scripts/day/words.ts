import type { Chance } from './chance.js';

/** What agents and citizens write during a day: plain sentences, as they write them. */
const WORDS = {
  answer: [
    'Nous avons bien reçu votre demande et nous avons vérifié la situation sur place. Le nécessaire a été fait.',
    'Après examen de votre dossier avec le service concerné, nous pouvons vous donner la réponse suivante : votre demande est recevable et suit son cours.',
    'Merci de votre signalement. L’équipe de secteur est passée et reprendra l’intervention à la première journée sèche.',
    'Le règlement en vigueur est affiché à l’accueil ; vous trouverez ci-dessous ce qui s’applique à votre cas.',
  ],
  correction: [
    'Nous avons bien reçu votre demande. Après vérification, voici notre réponse, précisée à la demande de la direction.',
    'Votre demande a été examinée avec attention. La réponse ci-dessous annule et remplace la version de travail.',
  ],
  proof: ['Photographie prise sur place après l’intervention', 'Bon de travail signé par le chef d’équipe'],
  refusal: [
    'le terrain est situé dans une zone où le plan local d’urbanisme ne le permet pas',
    'les conditions du règlement ne sont pas remplies à ce jour',
  ],
  passedTo: ['le Département de la Marne', 'la préfecture de la Marne', 'le bailleur social'],
  missing: [
    'Un justificatif de domicile de moins de trois mois',
    'Deux photographies de l’endroit',
    'La copie du contrat',
  ],
  citizenAnswer: [
    'Bonjour, voici ce que vous m’avez demandé. Je l’ai déposé à l’accueil ce matin.',
    'Je vous confirme l’adresse et la date. Merci de faire vite, svp.',
  ],
  citizenMessage: ['Bonjour, où en est mon dossier ?', 'J’ai oublié de dire que cela gêne aussi les poussettes.'],
  opinionAsked: [
    'Merci de dire si ce projet appelle une remarque de votre part.',
    'Votre avis avant réponse, s’il vous plaît.',
  ],
  opinion: [
    'Avis favorable, sans réserve.',
    'Avis favorable sous réserve du respect des distances.',
    'Avis défavorable : réseau saturé.',
  ],
  findingAsked: ['Merci de passer voir sur place et de mesurer.', 'Une photographie de la chaussée, s’il vous plaît.'],
  finding: ['Vu sur place : trou de 40 cm, 8 cm de profondeur, balisé.', 'Rien constaté à l’endroit indiqué.'],
  notOurs: ['Cette demande relève d’un autre service.', 'Voirie départementale : ce n’est pas de notre ressort.'],
  remark: [
    'Préciser la date des travaux.',
    'Le ton est trop sec, merci de reprendre le deuxième paragraphe.',
    'Citer la délibération.',
  ],
  reassignment: ['Absence prolongée de l’agent.', 'Dossier mieux suivi par ce service.'],
  withdrawal: ['L’usager a rappelé : le problème est réglé.', 'Demande faite deux fois.'],
  dropped: ['Élément retrouvé dans un dossier précédent.', 'Plus nécessaire.'],
  reopening: ['L’usager conteste la réponse.', 'Le trou s’est rouvert après la pluie.'],
  skipped: ['Vérifié à la main, sans suite.'],
} as const;

/** One of the sentences for this purpose. */
export function say(chance: Chance, purpose: keyof typeof WORDS): string {
  const sentences: readonly string[] = WORDS[purpose];
  return chance.pick(sentences) ?? '';
}
