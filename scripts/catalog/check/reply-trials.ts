import type { ProcessDefinition, ReplySection } from '../../../domain/process/process-definition.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { isReplySection } from '../../../src/catalog/reply-template.js';
import type { TemplateSection } from '../../../src/catalog/reply-template.js';
import { blocksToText } from '../../../src/letters/blocks/block-text.js';
import { parseMarkdown } from '../../../src/letters/blocks/parse-markdown.js';
import { exampleVariables, type ExampleWords } from '../../../src/letters/example-variables.js';
import type { ReplyVariables } from '../../../src/letters/reply-template.js';
import { replyRenderer } from '../../../src/letters/reply-template.js';
import { comparisonsOf } from './reply-comparisons.js';
import { fault } from './reply-fault.js';
import type { ReplyFaultWords } from './reply-fault.js';

/** As real answers read: a fault of agreement or a double space must show. */
export const TRIAL_WORDS: ExampleWords = {
  destinataire: 'Jeanne et Paul Exemple',
  texte: 'La régie passera mardi matin.',
  agent: 'Dominique Exemple, référente',
  ville: 'Ville d’exemple',
  motif: 'la chaussée est conforme',
  transmisA: 'la préfecture',
  telephones: new Map(),
  answer: 'exemple',
};

const AN_EXAMPLE_NUMBER = { label: 'exemple', number: '01 02 03 04 05', hours: 'jour et nuit' };

/** One set of variables with which a section is rendered. */
interface Trial {
  readonly variables: ReplyVariables;
  readonly name: string;
}

/** Renders every section with each optional answer absent, present, alone, lacking and as each condition wants it, with and without the referent's text. */
export function renderFaults(loaded: LoadedDefinition, sections: readonly TemplateSection[]): readonly CatalogFault[] {
  return sections.flatMap((section) => {
    const named = fieldsNamed(section.text);
    const unknown = named.find((key) => !loaded.definition.form.fields.some((field) => field.key === key));
    if (unknown !== undefined) {
      const message = `« champs.${unknown} » n’est pas une question du formulaire`;
      return [fault(loaded, section.line, ['reply.field', message, 'corriger la clé'])];
    }
    for (const name of section.names.filter(isReplySection)) {
      const template = loaded.definition.replies.sections[name] ?? '';
      const found = faultOfTemplate(template, trialsOf(loaded.definition, name, template));
      if (found !== undefined) return [fault(loaded, section.line, found)];
    }
    return [];
  });
}

/** The keys of the telephone numbers that a letter prints. */
export function telephonesNamed(template: string): readonly string[] {
  return [...template.matchAll(/(?:'([^']*)'|"([^"]*)") *\| *telephone\b/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
}

function fieldsNamed(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/champs\.([a-zA-Z0-9]+)/g)].map(([, key]) => key ?? ''))];
}

function trialsOf(definition: ProcessDefinition, conclusion: ReplySection, template: string): readonly Trial[] {
  const fields = fieldsNamed(template);
  const base = exampleVariables(definition, conclusion, TRIAL_WORDS);
  const some = (keys: readonly string[]): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, base.champs?.[key] ?? 'exemple']));
  const telephones = new Map(telephonesNamed(template).map((key) => [key, { ...AN_EXAMPLE_NUMBER, key }]));
  const sets = [
    { name: 'sans aucune réponse au formulaire', champs: {} },
    { name: 'avec toutes les réponses', champs: some(fields) },
    ...fields.map((key) => ({ name: `avec « ${key} » seulement`, champs: some([key]) })),
    ...fields.map((key) => ({ name: `sans « ${key} »`, champs: some(fields.filter((other) => other !== key)) })),
    ...comparisonsOf(template).map(({ key, words, source }) => ({
      name: `quand ${source}`,
      champs: { ...some(fields), [key]: words },
    })),
  ];
  return sets.flatMap(({ name, champs }, index) => [
    { name, variables: { ...base, champs } },
    ...(index < 2
      ? [
          { name: `${name}, sans texte du référent`, variables: { ...base, champs, texte: '' } },
          { name: `${name}, à une seule personne`, variables: { ...base, champs, destinataire: 'Camille Exemple' } },
          { name: `${name}, avec les numéros de la ville`, variables: { ...base, champs, telephones } },
        ]
      : []),
  ]);
}

const PROSE_FAULTS: readonly (readonly [pattern: RegExp, words: ReplyFaultWords])[] = [
  [
    /(?<=\S)[ \u00a0]{2,}/,
    ['reply.double-space', 'deux espaces de suite', 'mettre l’espace à l’intérieur du {% if %}'],
  ],
  [/ [,.)]|\( /, ['reply.stray-space', 'une espace mal placée', 'mettre la ponctuation à l’intérieur du {% if %}']],
  [
    /\(\)|,,|\.\.(?!\.)|, ?\.|^[ \u00a0]*[,.;:]/m,
    ['reply.stray-mark', 'une ponctuation qui n’entoure rien', 'mettre la ponctuation à l’intérieur du {% if %}'],
  ],
  [
    /\{\{|\{%|%\}|\}\}|\*\*|\[object|undefined|null\b/,
    ['reply.left-over', 'une marque de modèle reste dans la lettre', 'corriger la balise'],
  ],
  [
    /[\p{L}\p{N}»)]$/mu,
    ['reply.unfinished', 'un paragraphe sans ponctuation finale', 'finir par un point (ou « : » avant une liste)'],
  ],
];

/** A letter goes to one person or to several, whose civility is not asked: after « vous êtes » no participle agrees. */
const AGREEMENT =
  /vous (?:êtes|serez|étiez|avez été|aurez été|seriez) (?:bien |donc |également |déjà |aussi )?(?!reçus? par)\p{L}+(?:é|i|u)(?=[ \u00a0,.;:!?]|$)/iu;

/** The first fault of its letters; two trials often give the same one, which is judged once. */
function faultOfTemplate(template: string, trials: readonly Trial[]): ReplyFaultWords | undefined {
  const read = new Set<string>();
  let name = 'sans aucune réponse au formulaire';
  try {
    const render = replyRenderer(template);
    for (const trial of trials) {
      ({ name } = trial);
      const markdown = render(trial.variables);
      const found = read.has(markdown) ? undefined : proseFault(markdown, name);
      if (found !== undefined) return found;
      read.add(markdown);
    }
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      'reply.render',
      `la lettre ne se remplit pas (${name}) : ${reason}`,
      'corriger le nom de la variable, ou la mettre sous condition, car une réponse peut manquer : {% if champs.jour %} pour le {{ champs.jour }}{% endif %}',
    ];
  }
}

function proseFault(markdown: string, name: string): ReplyFaultWords | undefined {
  const raw = PROSE_FAULTS.find(([pattern]) => pattern.test(proseOf(markdown)));
  if (raw !== undefined) return [raw[1][0], `${raw[1][1]} (${name})`, raw[1][2]];
  const agreement = AGREEMENT.exec(blocksToText(parseMarkdown(markdown)).replaceAll('\n', ' '));
  if (agreement === null) return undefined;
  return [
    'reply.agreement',
    `« ${agreement[0]} » suppose un homme seul`,
    'choisir une tournure qui ne s’accorde pas : « nous vous invitons » plutôt que « vous êtes invité »',
  ];
}

/** Items of lists need no full stop. */
function proseOf(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^\s*[-*•] /.test(line))
    .map((line) => line.replaceAll('**', ''))
    .join('\n');
}
