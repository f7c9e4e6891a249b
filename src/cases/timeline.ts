import type { CaseCommand } from '../../domain/case/case-command.js';
import type { CaseEvent } from '../../domain/case/case-event.js';
import type { TextRef } from '../../domain/case/text-ref.js';
import type { Directory } from '../../domain/people/directory.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import { isEssential, lineInFrench, type About } from '../../domain/text/journal-words.js';
import { printInstant } from '../calendar/read-instant.js';
import { departmentName, namedPerson } from '../people/person-names.js';
import type { TimelineEntryDto } from './case-detail.dto.js';

/** A stored line of the journal. */
export interface StoredLine {
  readonly revision: number;
  readonly line: number;
  readonly at: Date;
  readonly code: string;
  readonly actor: string | null;
  readonly actorRole: string | null;
  readonly onBehalfOf: string | null;
  readonly department: string;
  readonly about: About | null;
  readonly clocks: unknown;
  readonly event: CaseEvent | null;
}

/** A free text that lines point at; its body is null once it was erased. */
export interface StoredText {
  readonly id: string;
  readonly kind: string;
  readonly author: string | null;
  readonly body: string | null;
  readonly createdAt: Date;
}

/** The lines as people read them, with the texts of those who acted. */
export function timelineOf(
  lines: readonly StoredLine[],
  texts: ReadonlyMap<string, StoredText>,
  directory: Directory,
): readonly TimelineEntryDto[] {
  return lines.map((line) => entryOf(line, texts, directory));
}

function entryOf(line: StoredLine, texts: ReadonlyMap<string, StoredText>, directory: Directory): TimelineEntryDto {
  const { actor, actorRole, onBehalfOf, about } = line;
  const text = textOf(line, texts);
  const rule = line.event?.kind === 'command' ? line.event.command.onBehalfRule : undefined;
  return {
    id: `${String(line.revision)}.${String(line.line)}`,
    at: printInstant(line.at.getTime()),
    code: line.code,
    words: lineInFrench(line.code, about ?? {}),
    essential: isEssential(line.code),
    department: departmentName(directory, line.department),
    ...(actor === null ? {} : { actor: namedPerson(directory, actor) }),
    ...(actorRole === null ? {} : { actorRole, actorRoleWords: roleWords(actorRole) }),
    ...(onBehalfOf === null ? {} : { onBehalfOf: namedPerson(directory, onBehalfOf) }),
    ...(rule === undefined ? {} : { onBehalfRule: rule }),
    ...(about === null ? {} : { about }),
    ...(text === undefined ? {} : { text }),
  };
}

function roleWords(role: string): string {
  return Object.hasOwn(ROLE_WORDS, role) ? ROLE_WORDS[role as keyof typeof ROLE_WORDS] : role;
}

function textOf({ event }: StoredLine, texts: ReadonlyMap<string, StoredText>): TimelineEntryDto['text'] {
  const ref = event?.kind === 'command' ? textRefOf(event.command) : undefined;
  const stored = ref === undefined ? undefined : texts.get(ref.id);
  if (stored === undefined) return undefined;
  return stored.body === null ? { erased: true } : { erased: false, body: stored.body };
}

/** The one free text that an act carries: answer, question, remark or reason. */
function textRefOf({ act }: CaseCommand): TextRef | undefined {
  if ('text' in act) return act.text;
  if ('remark' in act) return act.remark;
  if ('reason' in act) return act.reason;
  if (act.kind === 'close' && act.conclusion.kind === 'withdrawn') return act.conclusion.reason;
  return undefined;
}
