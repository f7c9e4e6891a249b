import type { ProcessDefinition, ReplySection } from '../../domain/process/process-definition.js';
import type { PhoneNumber } from '../town/town.js';
import type { ReplyVariables } from './reply-template.js';

/** What an invented case says of its people and its answer. */
export interface ExampleWords {
  readonly destinataire: string;
  readonly texte: string;
  readonly agent: string;
  readonly ville: string;
  readonly motif: string;
  readonly transmisA: string;
  readonly telephones: ReadonlyMap<string, PhoneNumber>;
  /** To a question whose answer is free. */
  readonly answer: string;
}

/** Variables of an invented case, every field of the form answered. */
export function exampleVariables(
  definition: ProcessDefinition,
  conclusion: ReplySection,
  words: ExampleWords,
): ReplyVariables {
  const { destinataire, texte, agent, ville, motif, transmisA, telephones, answer } = words;
  return {
    numero: 'D-2026-00421',
    objet: definition.title,
    recue_le: 'mardi 12 mai 2026',
    destinataire,
    texte,
    agent,
    ville,
    telephones,
    champs: Object.fromEntries(definition.form.fields.map((field) => [field.key, exampleAnswer(field, answer)])),
    conclusion,
    ...(conclusion === 'planned' ? { date_prevue: 'mardi 2 juin 2026' } : {}),
    ...(conclusion === 'refused' ? { motif } : {}),
    ...(conclusion === 'notOurs' ? { transmis_a: transmisA } : {}),
  };
}

function exampleAnswer(
  { type, options, latest, min = 0 }: ProcessDefinition['form']['fields'][number],
  otherwise: string,
): string {
  switch (type) {
    case 'yesNo':
      return 'oui';
    case 'choice':
    case 'multiChoice':
      return options?.[0]?.label ?? otherwise;
    case 'date':
      // Before the request for what has happened, after it for what is asked.
      return latest === 'today' ? 'lundi 4 mai 2026' : 'samedi 30 mai 2026';
    case 'number':
      return String(Math.max(min, 3));
    default:
      return otherwise;
  }
}
