import type { CaseFile, Task } from '../../domain/case/case-file.js';
import type { Role } from '../../domain/people/role.js';
import { ROLE_WORDS } from '../../domain/text/case-words.js';
import type { ReplySection } from '../../domain/process/process-definition.js';
import type { BenchActDto, BenchMoveDto } from './design.dto.js';

const VERBS: Readonly<Record<string, string>> = {
  answers: 'répond',
  'asks the citizen': 'demande une pièce à l’usager',
  'refuses the case': 'rend la demande : ce n’est pas pour ce service',
  'gives an opinion': 'donne son avis',
  'gives a finding': 'rend son constat',
  endorses: 'vise la réponse',
  'sends back': 'renvoie la réponse pour correction',
  signs: 'signe la réponse',
  'confirms the posting': 'confirme que la lettre est postée',
  'sends what was missing': 'envoie ce qui manquait',
  reassigns: 'confie la demande à quelqu’un',
  'says it left': 'confirme que la réponse est partie',
  withdraws: 'retire sa demande',
  reopens: 'demande la réouverture',
};

/** What an answer may say beside « répond », in the order of the screens. */
const CONCLUDES: Readonly<Partial<Record<ReplySection, string>>> = {
  done: 'répond que c’est fait',
  planned: 'répond que c’est programmé',
  refused: 'répond par un refus',
  notOurs: 'répond que la demande relève d’une autre autorité',
};

/** « Direction : vise la réponse »: what is said of an act, from the words that ask for it. */
export function actWords(words: string, details: BenchMoveDto['details'] = {}): string {
  const [role = '', ...rest] = words.split(' ');
  const concludes = rest.join(' ') === 'answers' ? concludingWords(details['conclusion']) : undefined;
  const names: Readonly<Record<string, string>> = ROLE_WORDS;
  const who = names[role] ?? role;
  return `${who.charAt(0).toUpperCase()}${who.slice(1)}\u00a0: ${concludes ?? VERBS[rest.join(' ')] ?? rest.join(' ')}`;
}

function concludingWords(conclusion: unknown): string | undefined {
  return Object.entries(CONCLUDES).find(([section]) => section === conclusion)?.[1];
}

/**
 * What may be done next, from the tasks that are open: the engine still has the last word. An answer may conclude in each way
 * for which the process has a letter.
 */
export function nextActs(
  caseFile: CaseFile,
  letters: Readonly<Partial<Record<ReplySection, string>>>,
): readonly BenchActDto[] {
  return [...new Set(saidNext(caseFile))].flatMap((words) => {
    const concluding = words.endsWith(' answers')
      ? Object.keys(CONCLUDES).filter((section) => Object.hasOwn(letters, section))
      : [];
    return [
      { words, label: actWords(words) },
      ...concluding.map((conclusion) => ({ words, details: { conclusion }, label: actWords(words, { conclusion }) })),
    ];
  });
}

function saidNext({ status, tasks, openRequests }: CaseFile): readonly string[] {
  if (status.kind === 'ended') return [];
  if (status.kind === 'closed') return ['citizen reopens'];
  return [
    ...tasks.flatMap(actsOf),
    ...(openRequests.some(({ kind }) => kind === 'missingItem') ? ['citizen sends what was missing'] : []),
    'citizen withdraws',
  ];
}

function actsOf({ kind, role }: Task): readonly string[] {
  const by = (...verbs: readonly string[]): readonly string[] => verbs.map((verb) => `${role satisfies Role} ${verb}`);
  switch (kind) {
    case 'answer':
      return by('answers', 'asks the citizen', 'refuses the case');
    case 'inspect':
      return by('gives a finding');
    case 'giveOpinion':
      return by('gives an opinion');
    case 'endorse':
      return by('endorses', 'sends back');
    case 'sign':
      return by('signs', 'sends back');
    case 'confirmPosting':
      return by('confirms the posting');
    case 'reassign':
      return by('reassigns');
    case 'settleDoubt':
      return by('says it left');
    case 'qualify':
      return [];
  }
}
