import { TASK_WORDS } from '../../domain/text/case-words.js';

const OTHERS: Readonly<Record<string, string>> = {
  waiting: 'En attente de l’usager ou d’un autre service',
  'reply.sending': 'Réponse en cours d’envoi',
  'reply.toPost': 'Lettre à poster',
  'reply.inDoubt': 'Envoi à vérifier',
  'reply.failed': 'Envoi en échec',
};

/** What a case waits for, from the word of its row. */
export function stepInFrench(step: string): string {
  const tasks: Readonly<Record<string, string>> = TASK_WORDS;
  return tasks[step] ?? OTHERS[step] ?? 'Envoi de la réponse';
}
