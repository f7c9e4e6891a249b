import { Liquid, UndefinedVariableError } from 'liquidjs';
import { typeset } from '../../domain/text/french-typography.js';
import { ofPerson } from '../../domain/text/of-person.js';
import { toAuthority } from '../../domain/text/to-authority.js';
import type { PhoneNumber } from '../town/town.js';
import { escapeMarkdown } from './blocks/parse-markdown.js';

/** What a reply template may print. A name that has no value must be left out: a template that prints it is refused. */
export interface ReplyVariables {
  /** Case number. */
  readonly numero?: string;
  readonly objet?: string;
  /** Dates come in words: « jeudi 26 novembre 2026 ». */
  readonly recue_le?: string;
  /** Name lines of the citizen, on one line. */
  readonly destinataire?: string;
  /** The agent's answer, the only variable whose Markdown counts; each line they type stays a line. */
  readonly texte?: string;
  readonly agent?: string;
  readonly ville?: string;
  readonly conclusion?: string;
  readonly date_prevue?: string;
  readonly motif?: string;
  readonly transmis_a?: string;
  /** For appeal notices: « tribunal administratif de … », and the authority to whom a gracious appeal goes. */
  readonly tribunal?: string;
  readonly recours_a?: string;
  /** The town's telephone numbers, by key; `telephone` prints one. */
  readonly telephones?: ReadonlyMap<string, PhoneNumber>;
  /** The citizen's answers to the form, by field name, in words. */
  readonly champs?: Readonly<Record<string, string>>;
}

export type ReplyTemplateCode = 'reply-template.missing-variable' | 'reply-template.invalid';

/** Bad template or missing value; the message is French and safe to show to an agent or a designer. */
export class ReplyTemplateError extends Error {
  override readonly name = 'ReplyTemplateError';

  constructor(
    readonly code: ReplyTemplateCode,
    message: string,
    /** `champs.adresse`, for a missing variable. */
    readonly variable?: string,
  ) {
    super(message);
  }
}

/** Text of the town hall's own, an agent's answer or one of its numbers: printed as it is, while every other value is made inert. */
class OwnText {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  /** `{% if motif %}` may ask whether a value is there; printing it when it is not stays an error. */
  lenientIf: true,
  ownPropertyOnly: true,
  /** In memory and empty: a template reads no file. */
  templates: {},
  outputEscape: (value: unknown) => (value instanceof OwnText ? value.toString() : escapeMarkdown(String(value))),
  parseLimit: 100_000,
  renderLimit: 500,
  memoryLimit: 10_000_000,
});
// Liquid's own `raw` would let a citizen's text through as markup.
engine.registerFilter('raw', (value: unknown) => value);
/** `{{ champs.defunt | de }}`: « de Rosine Passerose », « d’Adèle Exemple ». */
engine.registerFilter('de', (value: unknown) => ofPerson(String(value)));
engine.registerFilter('a', (value: unknown) => toAuthority(String(value)));
/** As published templates have it; agents name an authority with its article. */
const TO_AUTHORITY = /à \{\{ *transmis_a *\}\}/g;

/**
 * `appelez l’urgence eau{{ 'ville.eau' | telephone }}`: « appelez l’urgence eau (03 53 01 00 21, jour et nuit) », and nothing
 * more than the words before it in a town that has no such number.
 */
engine.registerFilter('telephone', function (key: unknown) {
  const { telephones } = this.context.environments as ReplyVariables;
  const phone = telephones?.get(String(key));
  return phone === undefined ? '' : new OwnText(typeset(` (${phone.number}, ${phone.hours})`));
});

/**
 * Fills a reply template; the result is Markdown for `renderLetter`. What a citizen wrote cannot become a link, a list or
 * bold text. Throws a {@link ReplyTemplateError}.
 */
export function renderReplyTemplate(template: string, variables: ReplyVariables): string {
  return replyRenderer(template)(variables);
}

/** As {@link renderReplyTemplate}, for one template filled many times: it is parsed once. */
export function replyRenderer(template: string): (variables: ReplyVariables) => string {
  const parsed = orTemplateError(() => engine.parse(template.replace(TO_AUTHORITY, '{{ transmis_a | a }}')));
  return ({ texte, ...others }) => {
    const scope = { ...others, ...(texte === undefined ? {} : { texte: new OwnText(keepLines(texte)) }) };
    return orTemplateError(() => tidy(String(engine.renderSync(parsed, scope))));
  };
}

function orTemplateError<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw asTemplateError(error);
  }
}

/** The names a template uses, `champs.adresse` included, for the check of the catalogue. Throws a {@link ReplyTemplateError}. */
export function replyTemplateVariables(template: string): string[] {
  try {
    return engine.fullVariablesSync(template);
  } catch (error) {
    throw asTemplateError(error);
  }
}

function asTemplateError(error: unknown): unknown {
  const cause = error instanceof Error && 'originalError' in error ? error.originalError : error;
  if (cause instanceof UndefinedVariableError || error instanceof UndefinedVariableError) {
    const variable = /undefined variable: ([\w.[\]"'-]+)/.exec(String(cause))?.[1] ?? '';
    const message = `La variable «\u00a0${variable}\u00a0» du modèle de réponse n’a pas de valeur.`;
    return new ReplyTemplateError('reply-template.missing-variable', message, variable);
  }
  if (!(error instanceof Error) || !/ParseError|TokenizationError|RenderError/.test(error.name)) return error;
  return new ReplyTemplateError('reply-template.invalid', 'Le modèle de réponse est mal écrit.');
}

/** An agent types lines, not Markdown source: a single end of line is meant, except between items of a list. */
function keepLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/([^\n\\])\n(?=[^\n])(?!\s{0,3}(?:[-*•]|\d{1,3}[.)])\s)/g, '$1\\\n');
}

/** What conditions leave behind: spaces at the end of lines and runs of empty lines. */
function tidy(markdown: string): string {
  return markdown
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
