import type { TaskKind } from '../../domain/case/case-file.js';
import { TASK_WORDS } from '../../domain/text/case-words.js';
import { isEssential, lineInFrench } from '../../domain/text/journal-words.js';
import type { NotificationRow } from '../database/repositories/notifications.repository.js';

const TASK = 'task.';
/** What has words of its own: the other codes are lines of the journal. */
const WORDS: Readonly<Record<string, string>> = { note: 'Note interne', message: 'Message de l’usager' };

/** The machine's own detail is nobody's news. */
export function isTold({ code }: NotificationRow): boolean {
  return code.startsWith(TASK) || code in WORDS || isEssential(code);
}

/** What happened; never a content. */
export function wordsOf({ code, about, level }: NotificationRow): string {
  if (code.startsWith(TASK)) return TASK_WORDS[code.slice(TASK.length) as TaskKind];
  if (level === 'mention') return 'Une note interne vous nomme';
  return WORDS[code] ?? lineInFrench(code, about ?? {});
}
