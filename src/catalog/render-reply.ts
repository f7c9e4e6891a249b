import { Liquid } from 'liquidjs';
import type { ProcessDefinition, ReplySection } from '../../domain/process/process-definition.js';
import { typeset } from '../../domain/text/french-typography.js';
import { parseLetter } from './letter-text.js';
import type { LetterBlock } from './letter-text.js';

/** What a template may name; French keys, because designers write them. See process-catalog/README.md. */
export interface ReplyVariables {
  readonly numero: string;
  readonly objet: string;
  /** « 12 mai 2026 » */
  readonly recue_le: string;
  readonly destinataire: {
    /** « Madame », « Monsieur », « Madame, Monsieur », « Mesdames », « Messieurs »; absent when unknown. */
    readonly civilite?: string;
    readonly nom: string;
    readonly pluriel: boolean;
  };
  /** The referent's own words; empty when the template says it all. */
  readonly texte: string;
  readonly reponse: { readonly date: string };
  /** Answers to the form in French, by field key; what was not answered is absent. */
  readonly champs: Readonly<Record<string, string>>;
  readonly agent: { readonly nom: string; readonly qualite: string; readonly service: string };
  readonly ville: {
    readonly nom: string;
    readonly adresse: string;
    readonly telephone: string;
    readonly courriel: string;
    /** Town where the administrative court sits. */
    readonly tribunal: string;
  };
  readonly conclusion: ReplySection;
  readonly date_prevue?: string;
  readonly motif?: string;
  readonly transmis_a?: string;
}

/** A reply as it will be laid out: the layout adds references, addresses and the signature block. */
export interface RenderedReply {
  readonly subject: string;
  /** Opening, body and closing, in order. */
  readonly blocks: readonly LetterBlock[];
}

/** The process has no text for this conclusion; `catalog:check` says which sections a process must have. */
export class MissingSectionError extends Error {
  constructor(
    readonly processId: string,
    readonly section: ReplySection,
  ) {
    super(`No section "${section}" in the reply template of ${processId}`);
  }
}

/** Fills the template of a conclusion. Throws what Liquid throws for a variable that does not exist. */
export function renderReply(definition: ProcessDefinition, variables: ReplyVariables): RenderedReply {
  const { replies } = definition;
  const section = replies.sections[variables.conclusion];
  if (section === undefined || section === '') throw new MissingSectionError(definition.id, variables.conclusion);
  const engine = liquidFor(replies.partials, variables);
  const scope = { ...variables };
  const texts = [replies.opening, section, replies.closing].map((text) => String(engine.parseAndRenderSync(text, scope)));
  return { subject: definition.title, blocks: texts.flatMap((text) => parseLetter(typeset(text))) };
}

/**
 * Strict about names, lenient in conditions: `{% if champs.lieu %}` is how a template asks whether an answer is there.
 * `ownPropertyOnly` keeps templates away from prototypes.
 */
function liquidFor(partials: Readonly<Record<string, string>>, { destinataire }: ReplyVariables): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    cache: false,
    templates: { ...partials },
  });
  engine.registerFilter('accorde', (word: unknown) => agree(String(word), destinataire));
  return engine;
}

const FEMININE = new Set(['Madame', 'Mesdames']);
const MASCULINE = new Set(['Monsieur', 'Messieurs', 'Madame, Monsieur']);

/** « invité » → « invitée », « invités », « invitées »; « invité(e) » for one person whose civility is unknown. */
function agree(word: string, { civilite, pluriel }: ReplyVariables['destinataire']): string {
  if (civilite === undefined || (!pluriel && !FEMININE.has(civilite) && civilite !== 'Monsieur')) {
    return pluriel ? `${word}s` : `${word}(e)`;
  }
  const feminine = FEMININE.has(civilite) && !MASCULINE.has(civilite) ? 'e' : '';
  return `${word}${feminine}${pluriel ? 's' : ''}`;
}
