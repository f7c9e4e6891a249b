import { themeOf } from '../../../domain/process/expand.js';
import { ROLE_WORDS } from '../../../domain/text/case-words.js';
import { NATURES } from '../../../src/catalog/french-labels.js';
import { departmentInWords } from '../../../src/catalog/known-names.js';
import type { SharedList } from '../../../src/catalog/known-names.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import { habitsOf, usualDepartment } from './department-habits.js';
import type { mentionSearch, Neighbour, neighbourSearch } from '../neighbours.js';
import { NATURE_KEYS, signersFor, type AskedOption } from './new-process-faults.js';
import { suggestedId } from './new-process-files.js';
import { natureOf, promiseOf } from './process-natures.js';

const NATURES_EXPLAINED = [
  '  démarche      on demande quelque chose, et quelqu’un décide',
  '  signalement   quelque chose ne va pas quelque part, et quelqu’un va voir',
  '  information   on renseigne : la réponse est la même pour tous',
  '  question      on renseigne : la réponse dépend de son cas, qu’on lui demande d’abord',
  '  réclamation   on conteste une décision, une facture, un service',
].join('\n');

/** What is typed for a signature when nobody signs. */
export const NOBODY = 'personne';

/** What the catalogue already has, by a title. */
export interface Known {
  readonly near: ReturnType<typeof neighbourSearch>;
  readonly mentions: ReturnType<typeof mentionSearch>;
}

export interface Setting {
  readonly catalog: Catalog;
  readonly known: Known;
}

export type FirstAnswers = Readonly<Partial<Record<AskedOption, string>>>;

/** One thing that identifies a new process. */
export interface FirstQuestion {
  readonly option: AskedOption;
  readonly ask: string;
  /** What may be answered, each with what is read and typed for it; anything without them. */
  readonly words?: (before: FirstAnswers) => Readonly<Record<string, string>>;
  /** What is taken when nothing is said. */
  readonly assumed?: (before: FirstAnswers) => string;
  /** A guess, for somebody who reads it and may say otherwise. */
  readonly suggested?: (before: FirstAnswers) => string;
  /** Shown when the answer is `?`, or nothing where something is needed. */
  readonly list?: SharedList;
  /** Shown when the answer is `?`: what each word means. */
  readonly explained?: string;
  /** Whether it is worth asking; always, without it. */
  readonly isAsked?: (before: FirstAnswers) => boolean;
  /** What is proposed, as it is read between brackets; as it is typed, without it. */
  readonly named?: (proposed: string) => string;
}

/** The questions, in the order in which each may use what was answered to the former ones. */
export function firstQuestions(setting: Setting): readonly FirstQuestion[] {
  return [...subjectQuestions(setting), ...answerQuestions(setting)];
}

function subjectQuestions({ catalog, known }: Setting): readonly FirstQuestion[] {
  return [
    { option: 'title', ask: 'Titre (la démarche à l’infinitif, ou la question)' },
    {
      option: 'id',
      ask: 'Identifiant, <thème>.<sujet>, par exemple voirie.banc-casse ; le thème seul suffit (? : les thèmes)',
      suggested: ({ title = '' }) => suggestedId(title, themeAround(title, known)),
      list: 'themes',
    },
    {
      option: 'nature',
      ask: 'Nature (? : ce que chacune veut dire)',
      explained: NATURES_EXPLAINED,
      words: () => Object.fromEntries(NATURE_KEYS.map((nature) => [nature, wordsFor(nature, NATURES)])),
      assumed: ({ title = '' }) => natureOf(title),
    },
    {
      option: 'department',
      ask: 'Service qui répond : son identifiant, ou un mot de son nom (? : les services)',
      suggested: ({ title = '', id = '' }) => {
        const theme = themeOf(id);
        const alike = closest(title, known).find((other) => themeOf(other.id) === theme);
        const { department } = catalog.definitions.get(alike?.id ?? '')?.definition ?? {};
        return department ?? usualDepartment(theme, catalog) ?? '';
      },
      named: (department) => {
        const row = catalog.shared.departments.get(department);
        return row === undefined ? department : `${department} : ${departmentInWords(row)}`;
      },
      list: 'departments',
    },
  ];
}

/** One theme of those that lie near; undefined where the two nearest do not agree. */
function themeAround(title: string, known: Known): string | undefined {
  const [theme, other = theme] = closest(title, known).map(({ id }) => themeOf(id));
  return theme === other ? theme : undefined;
}

function answerQuestions(setting: Setting): readonly FirstQuestion[] {
  const { catalog } = setting;
  const organisationOf = ({ department = '' }: FirstAnswers): string =>
    catalog.shared.departments.get(department)?.organisation ?? '';
  return [
    {
      option: 'sensitive',
      ask: 'Demande sensible (aide sociale, santé, enfance, violences) : le dossier ne sort pas du service',
      words: () => ({ oui: 'oui', non: 'non' }),
      isAsked: (before) => sensitiveShare(before, catalog) > 0,
      suggested: (before) => (sensitiveShare(before, catalog) > 1 / 2 ? 'oui' : 'non'),
    },
    {
      option: 'promise',
      ask: 'Promesse, en jours ouvrés : 2 si l’on connaît la réponse, même donnée dès l’appel ; 10 s’il faut chercher, voir ou décider',
      assumed: ({ title = '', nature = '' }) => promiseOfNeighbour({ title, nature }, setting) ?? promiseOf(nature),
    },
    {
      option: 'signed-by',
      ask: 'Qui signe la lettre de réponse',
      words: (before) => {
        const signers = signersFor({ organisation: organisationOf(before), sensitive: isSensitive(before) });
        const words = signers.map((signer) => [signer, wordsFor(signer, ROLE_WORDS)] as const);
        return { [NOBODY]: 'aucune signature', ...Object.fromEntries(words) };
      },
      assumed: (before) => {
        const { nature = '', department = '' } = before;
        const organisation = organisationOf(before);
        return (
          habitsOf({ nature, department, organisation, sensitive: isSensitive(before) }, catalog).signedBy ?? NOBODY
        );
      },
    },
  ];
}

export const isSensitive = ({ sensitive }: FirstAnswers): boolean => sensitive === 'oui';

/** Of the processes of its theme, the share that is sensitive. */
function sensitiveShare({ id = '' }: FirstAnswers, { definitions }: Catalog): number {
  const own = [...definitions.values()].filter(({ definition }) => definition.theme === themeOf(id));
  return own.length === 0 ? 0 : own.filter(({ definition }) => definition.sensitive).length / own.length;
}

/** What is promised of a process of its nature that people may take for it. */
function promiseOfNeighbour(
  { title, nature }: { readonly title: string; readonly nature: string },
  { catalog, known }: Setting,
): string | undefined {
  const found = closest(title, known).flatMap(({ id }) => catalog.definitions.get(id)?.definition ?? []);
  const nearest = found.find((other) => other.nature === nature);
  const promise = nearest?.clocks.find(({ kind }) => kind === 'promise');
  return promise === undefined ? undefined : String(promise.limit.n);
}

/** Those that people may take for it, then those that speak of it; each once. */
export function closest(title: string, { near, mentions }: Known): readonly Neighbour[] {
  return [...new Map([...near(title), ...mentions(title)].map((one) => [one.id, one])).values()];
}

/** A word of the schema as people read it. */
export const wordsFor = (key: string, words: Readonly<Record<string, string>>): string => words[key] ?? key;
