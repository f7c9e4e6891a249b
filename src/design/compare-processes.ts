import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { countOf, typeset } from '../../domain/text/french-typography.js';
import { diffLines, type DiffRun } from '../../domain/text/word-diff.js';
import { SECTION_NAMES } from '../catalog/french-labels.js';
import type { ProcessNames } from '../catalog/process-names.js';
import { conditionWords, processWords, type WordsSection } from '../catalog/process-words.js';
import { isReplySection } from '../catalog/reply-template.js';

/** A part of two definitions, line by line. */
export interface ComparedSection {
  readonly heading: string;
  /** Lines that went or came. */
  readonly changed: number;
  readonly lines: readonly DiffRun[];
}

/** What the two have in each part, steps and delays first; a part that only one of them has is shown too. */
export function compareProcesses(
  before: ProcessDefinition,
  now: ProcessDefinition,
  names: ProcessNames,
): readonly ComparedSection[] {
  const [old, fresh] = [partsOf(before, names), partsOf(now, names)];
  const headings = [...new Set([...FIRST, ...old.keys(), ...fresh.keys()])];
  return headings.flatMap((heading) => {
    const lines = diffLines(old.get(heading) ?? [], fresh.get(heading) ?? []);
    return lines.length === 0 ? [] : [{ heading, lines, changed: lines.filter(({ kind }) => kind !== 'same').length }];
  });
}

/** « 3 parties changent : Étapes, Délais… » */
export function comparisonSentence(sections: readonly ComparedSection[]): string {
  const changed = sections.filter(({ changed: lines }) => lines > 0).map(({ heading }) => heading);
  if (changed.length === 0) return 'Rien ne change entre les deux.';
  return typeset(`${countOf(changed.length, 'partie change', 'parties changent')} : ${changed.join(', ')}.`);
}

const FIRST = ['Étapes', 'Délais', 'Formulaire', 'Formulaire : choix et aides'];

function partsOf(definition: ProcessDefinition, names: ProcessNames): ReadonlyMap<string, readonly string[]> {
  const words = processWords(definition, names).map((section) =>
    // Its first line names the process and its version: what is compared, not what differs.
    section.heading === 'En bref' ? { ...section, lines: section.lines.slice(1) } : section,
  );
  const parts = [...words, choicesOf(definition), rulesOf(definition), ...lettersOf(definition)];
  return new Map(parts.filter(({ lines }) => lines.length > 0).map(({ heading, lines }) => [heading, lines]));
}

function choicesOf({ form }: ProcessDefinition): WordsSection {
  const lines = form.fields.flatMap(({ label, help, options }) => [
    ...(options === undefined ? [] : [`${label} : ${options.map((option) => option.label).join(', ')}`]),
    ...(help === undefined ? [] : [`${label} : ${help}`]),
  ]);
  return { heading: 'Formulaire : choix et aides', lines };
}

function rulesOf({ reopeningDays, retention }: ProcessDefinition): WordsSection {
  const units = { days: ['jour', 'jours'], months: ['mois', 'mois'], years: ['an', 'ans'] } as const;
  const [one, many] = units[retention.unit];
  return {
    heading: 'Réouverture et conservation',
    lines: [
      reopeningDays === 0 ? 'Ne se rouvre pas' : `Se rouvre pendant ${countOf(reopeningDays, 'jour')} après la réponse`,
      `Conservé ${countOf(retention.n, one, many)}`,
    ],
  };
}

function lettersOf(definition: ProcessDefinition): readonly WordsSection[] {
  const { replies } = definition;
  const sections = Object.entries(replies.sections).map(([section, text]) => ({
    heading: `Courrier : ${isReplySection(section) ? SECTION_NAMES[section] : section}`,
    lines: paragraphs(text),
  }));
  const written = [
    { of: replies, when: '' },
    ...(replies.remediesByAnswer ?? []).map((of) => ({ of, when: conditionWords(of.when, definition) })),
  ];
  const remedies = written.flatMap(({ of: { appealNotice, remedyOfSilence }, when }) => [
    { heading: typeset(`Courrier : voies de recours${when}`), text: appealNotice },
    { heading: typeset(`Accusé de réception : en cas de silence${when}`), text: remedyOfSilence },
  ]);
  return [
    ...sections,
    ...remedies.flatMap(({ heading, text }) => (text === undefined ? [] : [{ heading, lines: paragraphs(text) }])),
  ];
}

function paragraphs(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
}
