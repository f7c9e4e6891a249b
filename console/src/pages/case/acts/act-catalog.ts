import type { PossibleActDto } from '../../../api/cases.js';
import type { DraftKind } from '../../../api/drafts.js';

/** The form that an act asks for. */
export type ActForm =
  | 'answer'
  | 'text'
  | 'askCitizen'
  | 'askOpinion'
  | 'qualify'
  | 'reassign'
  | 'posting'
  | 'doubt'
  | 'close'
  | 'reopen'
  | 'citizenAnswer'
  | 'replyChannel'
  | 'confirm'
  | 'parapheur';

export interface ActEntry {
  /** What the button says. */
  readonly label: string;
  readonly form: ActForm;
  /** Last part of the route. */
  readonly route: string;
  /** The field that carries the text, where there is one. */
  readonly field?: 'text' | 'reason';
  readonly fieldLabel?: string;
  /** What happens, said before it does. */
  readonly consequence: string;
  readonly draft: DraftKind;
}

const TO_THE_PARAPHEUR = { form: 'parapheur', route: '', consequence: '', draft: 'other' } as const;

const TASK_ACTS: Readonly<Record<string, ActEntry>> = {
  answer: {
    label: 'Répondre',
    form: 'answer',
    route: 'answer',
    consequence: 'La réponse suit ensuite le circuit de validation du processus.',
    draft: 'answer',
  },
  askCitizen: {
    label: 'Demander à l’usager',
    form: 'askCitizen',
    route: 'ask-citizen',
    consequence: 'L’usager reçoit la demande ; le délai peut être suspendu.',
    draft: 'message',
  },
  askOpinion: {
    label: 'Demander un avis',
    form: 'askOpinion',
    route: 'ask-opinion',
    consequence: 'Le service consulté reçoit une tâche ; le délai continue.',
    draft: 'message',
  },
  askFinding: {
    label: 'Demander un constat',
    form: 'text',
    route: 'ask-finding',
    field: 'text',
    fieldLabel: 'Ce que la patrouille doit regarder',
    consequence: 'La patrouille reçoit une tâche ; le délai continue.',
    draft: 'message',
  },
  refuseAssignment: {
    label: 'Ce n’est pas pour mon service',
    form: 'text',
    route: 'refuse',
    field: 'reason',
    fieldLabel: 'Pourquoi, et pour qui si vous le savez',
    consequence: 'La demande revient à la relation citoyenne, sans changement du délai. Ce retour est compté.',
    draft: 'other',
  },
  giveOpinion: {
    label: 'Donner l’avis',
    form: 'text',
    route: 'opinion',
    field: 'text',
    fieldLabel: 'Votre avis',
    consequence: 'Le service qui répond le lit.',
    draft: 'opinion',
  },
  giveFinding: {
    label: 'Donner le constat',
    form: 'text',
    route: 'finding',
    field: 'text',
    fieldLabel: 'Ce qui a été vu',
    consequence: 'Le service qui répond le lit.',
    draft: 'finding',
  },
  endorse: { label: 'Relire et viser', ...TO_THE_PARAPHEUR },
  sign: { label: 'Relire et signer', ...TO_THE_PARAPHEUR },
  confirmPosting: {
    label: 'Confirmer l’envoi par la poste',
    form: 'posting',
    route: 'confirm-posting',
    consequence: 'La demande est close comme répondue à cette date. Cela ne se reprend pas.',
    draft: 'other',
  },
  settleDoubt: {
    label: 'Dire si la réponse est partie',
    form: 'doubt',
    route: 'settle-doubt',
    consequence: 'Rien n’est renvoyé sans cette décision.',
    draft: 'other',
  },
  qualify: {
    label: 'Qualifier',
    form: 'qualify',
    route: 'qualify',
    consequence: 'La demande continue sous ce processus. Le délai court toujours depuis sa réception.',
    draft: 'other',
  },
  reassign: {
    label: 'Réattribuer',
    form: 'reassign',
    route: 'reassign',
    consequence: 'La tâche change de mains ; le délai ne change pas.',
    draft: 'other',
  },
};

const CASE_ACTS: Readonly<Record<string, ActEntry>> = {
  answer: {
    label: 'Répondre tout de suite',
    form: 'answer',
    route: 'answer-at-once',
    consequence: 'La réponse part telle quelle et la demande est close.',
    draft: 'answer',
  },
  recall: {
    label: 'Reprendre la réponse',
    form: 'confirm',
    route: 'recall',
    consequence: 'La réponse revient chez vous avant que la personne suivante ne se prononce.',
    draft: 'other',
  },
  qualify: {
    label: 'Requalifier',
    form: 'qualify',
    route: 'requalify',
    consequence: 'La demande continue sous un autre processus, avec le même numéro. Le délai garde sa date de départ.',
    draft: 'other',
  },
  reassign: {
    label: 'Réattribuer',
    form: 'reassign',
    route: 'reassign',
    consequence: 'La tâche change de mains ; le délai ne change pas.',
    draft: 'other',
  },
  'close withdrawn': {
    label: 'Clore : l’usager renonce',
    form: 'close',
    route: 'close',
    field: 'reason',
    fieldLabel: 'Ce que dit l’usager',
    consequence: 'La demande est close comme retirée. L’usager en est informé.',
    draft: 'other',
  },
  'close noCitizenReply': {
    label: 'Clore : l’usager ne répond pas',
    form: 'close',
    route: 'close',
    field: 'reason',
    fieldLabel: 'Précision',
    consequence: 'La demande est close faute de réponse de l’usager. Il en est informé.',
    draft: 'other',
  },
  reopen: {
    label: 'Rouvrir',
    form: 'reopen',
    route: 'reopen',
    field: 'reason',
    fieldLabel: 'Pourquoi la demande est rouverte',
    consequence: 'Le premier délai reste visible ; un nouveau commence.',
    draft: 'other',
  },
  changeReplyChannel: {
    label: 'Changer le mode de réponse',
    form: 'replyChannel',
    route: 'reply-channel',
    consequence: 'La réponse partira par ce moyen.',
    draft: 'other',
  },
  citizenAnswered: {
    label: 'Noter la réponse de l’usager',
    form: 'citizenAnswer',
    route: 'citizen-answer',
    field: 'text',
    fieldLabel: 'Ce que l’usager apporte',
    consequence: 'Le délai reprend.',
    draft: 'other',
  },
  dropOpenRequest: {
    label: 'Ne plus attendre',
    form: 'text',
    route: 'drop-request',
    field: 'reason',
    fieldLabel: 'Pourquoi',
    consequence: 'Le délai reprend ; la réponse n’attend plus cet élément.',
    draft: 'other',
  },
};

/** What a possible act is on the screen; undefined for those that another screen owns. */
export function entryOf({ act, taskId, conclusion }: PossibleActDto): ActEntry | undefined {
  if (taskId !== undefined) return TASK_ACTS[act];
  return CASE_ACTS[conclusion === undefined ? act : `${act} ${conclusion}`];
}

export function pathOf(caseId: string, { taskId }: PossibleActDto, { route }: ActEntry): string {
  return taskId === undefined ? `/cases/${caseId}/${route}` : `/tasks/${taskId}/${route}`;
}

/** The acts that have a key of their own, when they may be done. */
export const ACT_KEYS: readonly (readonly [key: string, act: PossibleActDto['act']])[] = [
  ['r', 'answer'],
  ['a', 'reassign'],
  // The theme of a request is that of its process.
  ['t', 'qualify'],
];

/** Names an act in an address and in a draft. */
export function actKey({ act, taskId, openRequest, conclusion, atOnce }: PossibleActDto): string {
  return [act, taskId ?? (atOnce === true ? 'now' : undefined), openRequest, conclusion]
    .filter((part) => part !== undefined)
    .join(':');
}

/** Two acts stand as buttons, named by the step; the others wait in a menu. Those on a task come before those on a case. */
export function orderActs(acts: readonly PossibleActDto[]): readonly PossibleActDto[] {
  const known = acts.filter(
    (act) => entryOf(act) !== undefined && act.act !== 'sendBack' && act.act !== 'endorseCorrected',
  );
  const onTask = known.filter(({ taskId }) => taskId !== undefined);
  const onCase = known.filter(
    ({ taskId, act }) => taskId === undefined && !onTask.some((one) => one.act === act && act !== 'answer'),
  );
  return [...onTask, ...onCase];
}
