import type { ReplySection, ReplyTemplates } from '../../domain/process/process-definition.js';
import { REPLY_SECTIONS } from '../../domain/process/process-definition.js';
import { typeset } from '../../domain/text/french-typography.js';

/** Names of the shared texts that every letter uses. */
const OPENING = 'ouverture';
const CLOSING = 'fin';
const SHARED_SECTIONS: Readonly<Partial<Record<ReplySection, string>>> = {
  notOurs: 'pas-de-notre-ressort',
  noCitizenReply: 'sans-reponse',
};

/** One `# answered, done` part of a template file. */
export interface TemplateSection {
  readonly names: readonly string[];
  readonly line: number;
  readonly text: string;
}

/** Cuts a template at its `# name` lines; what stands before the first one is a section without names. */
export function sectionsOf(text: string): readonly TemplateSection[] {
  const sections: { names: string[]; line: number; lines: string[] }[] = [{ names: [], line: 1, lines: [] }];
  text.split('\n').forEach((line, index) => {
    const heading = /^# +(.+)$/.exec(line);
    if (heading === null) sections.at(-1)?.lines.push(line);
    else sections.push({ names: (heading[1] ?? '').split(',').map((name) => name.trim()), line: index + 1, lines: [] });
  });
  return sections
    .map(({ names, line, lines }) => ({ names, line, text: lines.join('\n').trim() }))
    .filter(({ names, text: body }) => names.length > 0 || body !== '');
}

export function isReplySection(name: string): name is ReplySection {
  return (REPLY_SECTIONS as readonly string[]).includes(name);
}

/** The templates of a process: its own sections over the shared ones, typeset outside Liquid tags. */
export function replyTemplates(own: string, common: ReadonlyMap<string, string>): ReplyTemplates {
  const shared = Object.entries(SHARED_SECTIONS).map(([section, file]) => [section, common.get(file) ?? '']);
  const written = sectionsOf(own).flatMap(({ names, text }) => names.filter(isReplySection).map((name) => [name, text]));
  const sections = Object.fromEntries([...shared, ...written]) as Record<ReplySection, string>;
  const named = new Set([...Object.values(sections).join('\n').matchAll(/\{%-? *include "([a-z-]+)"/g)].map(([, name]) => name ?? ''));
  return {
    opening: typesetTemplate(common.get(OPENING) ?? ''),
    closing: typesetTemplate(common.get(CLOSING) ?? ''),
    sections: Object.fromEntries(Object.entries(sections).map(([name, text]) => [name, typesetTemplate(text)])),
    partials: Object.fromEntries([...named].sort().flatMap((name) => partialOf(name, common))),
  };
}

function partialOf(name: string, common: ReadonlyMap<string, string>): [string, string][] {
  const text = common.get(name);
  return text === undefined ? [] : [[name, typesetTemplate(text)]];
}

/** Typography of the prose only: a curved apostrophe or a hard space inside `{{ … }}` would break the template. */
export function typesetTemplate(text: string): string {
  return text
    .trim()
    .split(/(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/)
    .map((piece, index) => (index % 2 === 1 ? piece : typeset(piece)))
    .join('');
}
