import { countOf, typeset } from './french-typography.js';

/** Numbers and lists that a broken rule was given, as the sentence needs them. */
type Args = readonly unknown[];

/** Rule → what the person reads next to the field. The keys are the names class-validator gives its rules. */
const SENTENCES: Readonly<Record<string, string | ((args: Args) => string)>> = {
  arrayMaxSize: ([max]) => `Pas plus de ${countOf(Number(max), 'élément', 'éléments')}.`,
  arrayMinSize: ([min]) => `Au moins ${countOf(Number(min), 'élément', 'éléments')}.`,
  arrayNotEmpty: 'Au moins un élément est attendu.',
  arrayUnique: 'Un même élément figure deux fois.',
  equals: ([value]) => `La valeur attendue est «\u00a0${String(value)}\u00a0».`,
  isArray: 'Une liste est attendue.',
  isBoolean: 'Oui ou non est attendu.',
  isDateString: 'Une date est attendue.',
  isDefined: 'Cette information est obligatoire.',
  isEmail: 'Une adresse électronique est attendue, par exemple nom@exemple.fr.',
  isIn: ([values]) => `Valeur non prévue. Valeurs possibles\u00a0: ${listOf(values)}.`,
  isInt: 'Un nombre entier est attendu.',
  isISO8601: 'Une date est attendue.',
  isLatitude: 'Une latitude est attendue.',
  isLongitude: 'Une longitude est attendue.',
  isNotEmpty: 'Cette information est obligatoire.',
  isNotEmptyObject: 'Cette information est obligatoire.',
  isNumber: 'Un nombre est attendu.',
  isObject: 'Un ensemble de champs est attendu.',
  isPositive: 'Un nombre positif est attendu.',
  isRFC3339: 'Une date et une heure avec leur décalage sont attendues, par exemple 2026-03-31T14:05:00+02:00.',
  isString: 'Un texte est attendu.',
  isUrl: 'Une adresse de site est attendue.',
  isUuid: 'Un identifiant est attendu.',
  length: ([min, max]) => `Entre ${String(min)} et ${countOf(Number(max), 'caractère', 'caractères')}.`,
  matches: 'Le format n’est pas celui attendu.',
  max: ([max]) => `Pas plus de ${String(max)}.`,
  maxLength: ([max]) => `Pas plus de ${countOf(Number(max), 'caractère', 'caractères')}.`,
  min: ([min]) => `Au moins ${String(min)}.`,
  minLength: ([min]) =>
    min === 1 ? 'Cette information est obligatoire.' : `Au moins ${countOf(Number(min), 'caractère', 'caractères')}.`,
  nestedValidation: 'Un ensemble de champs est attendu.',
  unknownValue: 'Cette information est illisible.',
  whitelistValidation: 'Cette information n’est pas attendue ici.',
};

/** Rules that are broken by what was left empty. */
const BROKEN_BY_NOTHING: readonly string[] = ['isDefined', 'isNotEmpty', 'isNotEmptyObject', 'answer.required'];

/** Whether a rule says that nothing was given. */
export function tellsMissing(rule: string): boolean {
  return BROKEN_BY_NOTHING.includes(rule);
}

/** What is said of a field left empty, wherever it is: by its own name, for several may be. */
export function missingSentence(label: string): string {
  return typeset(`Renseignez : ${label}`);
}

/** The French sentence of one broken rule; a plain one for a rule without its own. */
export function faultSentence(rule: string, args: Args): string {
  const sentence = Object.hasOwn(SENTENCES, rule) ? SENTENCES[rule] : undefined;
  if (sentence === undefined) return 'Cette valeur n’est pas acceptée.';
  return typeof sentence === 'string' ? sentence : sentence(args);
}

function listOf(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : '';
}
