import type { AppealByAnswerSource, ProcessSource } from '../../domain/process/process-definition.generated.js';
import type { Remedies, ReplySection, ReplyTemplates } from '../../domain/process/process-definition.js';
import { REPLY_SECTIONS } from '../../domain/process/process-definition.js';
import { typeset } from '../../domain/text/french-typography.js';

/** Sections that every process has, from `replies/commun`, unless its own template writes them. */
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
export function replyTemplates(
  own: string,
  common: ReadonlyMap<string, string>,
  appeal: string | AppealByAnswerSource | undefined,
): ReplyTemplates {
  const shared = Object.entries(SHARED_SECTIONS).map(([section, file]) => [section, common.get(file) ?? '']);
  const written = sectionsOf(own).flatMap(({ names, text }) =>
    names.filter(isReplySection).map((name) => [name, text]),
  );
  const sections = Object.entries(Object.fromEntries([...shared, ...written]) as Record<ReplySection, string>);
  return {
    sections: Object.fromEntries(sections.map(([name, text]) => [name, typesetTemplate(text)])),
    ...(appeal === undefined ? {} : remediesNamed(appeal, common)),
  };
}

function remediesNamed(
  appeal: string | AppealByAnswerSource,
  common: ReadonlyMap<string, string>,
): Omit<ReplyTemplates, 'sections'> {
  const textOf = (name: string): Remedies => remediesOf(common.get(name) ?? '');
  if (typeof appeal === 'string') return textOf(appeal);
  return {
    ...textOf(appeal.otherwise),
    remediesByAnswer: appeal.byAnswer.map(({ when, use }) => ({ when, ...textOf(use) })),
  };
}

/** A text of remedies: what a refusal says and, under `# silence`, what the acknowledgement says instead of its own sentence. */
function remediesOf(text: string): Remedies {
  const named = (name: string | undefined): string | undefined =>
    sectionsOf(text).find(({ names: [first] }) => first === name)?.text;
  const silence = named('silence');
  return {
    appealNotice: typesetTemplate(named(undefined) ?? ''),
    ...(silence === undefined ? {} : { remedyOfSilence: typesetTemplate(silence) }),
  };
}

/** Which text says how to contest a refusal: a decision asked for has one, an answer to a question has none. */
export function appealOf({ appeal, nature }: ProcessSource): string | AppealByAnswerSource | undefined {
  return appeal ?? (nature === 'procedure' || nature === 'complaint' ? 'recours' : undefined);
}

/** Typography of the prose only: a curved apostrophe or a hard space inside `{{ … }}` would break the template. */
function typesetTemplate(text: string): string {
  return text
    .trim()
    .split(/(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/)
    .map((piece, index) => (index % 2 === 1 ? typesetLiterals(piece) : typeset(piece)))
    .join('');
}

/** The labels of a form are typeset when it is loaded: a word compared with one must be too, or it never equals it. */
function typesetLiterals(tag: string): string {
  if (!tag.startsWith('{%')) return tag;
  return tag.replace(/(['"])(.*?)\1/g, (_, quote: string, words: string) => quote + typeset(words) + quote);
}
