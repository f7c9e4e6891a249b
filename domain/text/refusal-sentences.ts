import type { RefusalCode } from '../refusals.js';

/** What a person reads when something asked is not done: why, and what they can do about it. */
export const REFUSAL_SENTENCES: Readonly<Record<RefusalCode, string>> = {
  'auth.forbidden': 'Votre rôle ne permet pas cette action sur cet élément.',
  'auth.foreign-origin':
    'Cette demande ne vient pas de Parvis : elle a été refusée par sécurité. Rechargez la page et recommencez.',
  'auth.invalid-csrf-token': 'Votre page est trop ancienne pour agir en sécurité. Rechargez-la et recommencez.',
  'auth.reauthentication-required': 'Pour signer, authentifiez-vous de nouveau.',
  'auth.required': 'Connectez-vous pour continuer.',
  'case.already-answered': 'Ce dossier a déjà reçu une réponse.',
  'case.answer-waits-for-opinion': 'Un avis obligatoire n’est pas encore rendu : la réponse doit l’attendre.',
  'case.closed': 'Ce dossier est clos.',
  'case.effect-not-failed': 'Cette action n’est pas en échec : il n’y a rien à relancer.',
  'case.ended': 'Ce dossier est terminé et ne peut plus être rouvert.',
  'case.four-eyes': 'Vous avez rédigé cette réponse : une autre personne doit la viser ou la signer.',
  'case.letter-changed': 'La lettre a changé depuis que vous l’avez lue. Relisez-la avant de vous prononcer.',
  'case.needs-address': 'Il faut une adresse pour répondre par ce moyen.',
  'case.not-answered-yet': 'Ce dossier n’a pas encore de réponse.',
  'case.not-at-once': 'Ce processus ne permet pas de répondre au premier contact.',
  'case.not-closed': 'Ce dossier n’est pas clos.',
  'case.not-earlier-person': 'Cette personne n’est pas intervenue avant vous dans le circuit.',
  'case.not-found': 'Ce dossier n’existe pas, ou il ne vous est pas accessible.',
  'case.not-possible-now': 'Cette action n’est pas possible à ce stade du dossier.',
  'case.not-your-turn': 'Ce n’est pas votre tour dans le circuit de validation.',
  'case.open-request-ended': 'Cette demande en cours est déjà terminée.',
  'case.recall-too-late': 'La personne suivante s’est déjà prononcée : la réponse ne peut plus être reprise.',
  'case.reopening-over': 'Le délai pour rouvrir ce dossier est passé.',
  'case.task-ended': 'Cette tâche est déjà terminée.',
  'command.expired':
    'La demande est arrivée trop tard pour être exécutée. Vérifiez l’état du dossier, puis recommencez.',
  'command.unfinished': 'Une action est déjà en cours sur cette tâche. Attendez quelques secondes.',
  'delegation.expired': 'La délégation de signature n’est plus en vigueur à ce jour.',
  'delegation.missing': 'Aucune délégation en vigueur ne permet de signer ce courrier.',
  'http.body-too-large': 'L’envoi est trop volumineux.',
  'http.internal':
    'Une erreur est survenue. Si elle se répète, transmettez la référence ci-dessous à l’administrateur.',
  'http.malformed-body': 'Le contenu envoyé est illisible.',
  'http.not-found': 'Cette adresse n’existe pas.',
  'http.too-many-requests': 'Trop de demandes en peu de temps. Patientez avant de recommencer.',
  'http.unavailable':
    'Le service est momentanément indisponible. Rien n’est perdu : recommencez dans quelques instants.',
  'http.unsupported-type': 'Ce type de contenu n’est pas accepté.',
  'request.idempotency-key-malformed':
    'La clé d’idempotence est mal formée : 8 à 128 caractères visibles, sans espace.',
  'request.idempotency-key-missing': 'Il manque la clé d’idempotence (en-tête Idempotency-Key).',
  'request.idempotency-key-reused': 'Cette clé d’idempotence a déjà servi pour une autre demande.',
  'request.invalid': 'Certaines informations sont absentes ou incorrectes.',
  'request.invalid-answers': 'Certaines réponses du formulaire sont absentes ou incorrectes.',
  'request.invalid-cursor': 'Cette page de résultats n’existe plus. Reprenez la liste depuis le début.',
  'request.version-mismatch':
    'Quelqu’un a modifié cet élément depuis que vous l’avez ouvert. Rechargez-le avant d’enregistrer.',
  'request.version-missing': 'Il manque la version que vous modifiez (en-tête If-Match).',
  'task.held-by-another': 'Cette tâche a été prise par une autre personne.',
  'task.none-left': 'Il n’y a plus de tâche à prendre.',
  'task.not-found': 'Cette tâche n’existe pas, ou elle ne vous est pas accessible.',
};
