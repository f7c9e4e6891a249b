import type { NewProcess } from './new-process-answers.js';
import { mayBeRefused } from './process-natures.js';

/** What is expected at each place of a new process; said in its files, and by the interview. French. */
export const EXPECTED = {
  audience: 'qui peut demander cela, et à quelles conditions',
  needed: 'ce qu’il faut avoir sous la main ; une ligne par pièce, ou retirer needed',
  ask: 'la question, telle qu’on la pose au téléphone ?',
  label: 'la même question, telle qu’on la lit',
  say: ['ce qui va se passer, et quand', 'ce que l’on ne fait pas, et qui le fait'],
  handOver:
    'consigne à l’accueil : dans quel cas il vous passe la personne, ou l’envoie à un autre service ou à une autre démarche',
  firstContact: 'consigne à l’accueil : ce qu’il répond sans vous, pendant l’appel, et ce qu’il vous laisse',
  summary: 'une phrase qui invite l’usager, sur la page des démarches',
  fact: 'la règle qui vaut ici, en une phrase',
  reference: 'règlement ou délibération (kind: local), article de code (kind: code) ou usage (kind: practice)',
  phrasings: [
    'la façon la plus courte de le dire, deux à quatre mots',
    'le problème ou le besoin, par quelqu’un qui ne connaît pas le nom de la démarche',
    'comme on le dit au téléphone, à la première personne',
    'avec le mot que les gens confondent, ou une faute courante',
    'en question : qui s’occupe de…, est-ce que j’ai le droit de…',
  ],
} as const;

/** One section of the letter of a new process. */
export interface LetterSection {
  /** `answered`, `done`, `planned` or `refused`. */
  readonly name: string;
  /** What its sentence says, with the values it may hold; French. */
  readonly expected: string;
  /** The same, to somebody who is asked for it. */
  readonly asked: string;
}

/** The sections that a letter needs: what was found of a report, or what was decided of a request. */
export function letterSections(asked: Pick<NewProcess, 'nature'>): readonly LetterSection[] {
  const place = '{% if champs.lieu %} ({{ champs.lieu }}){% endif %}';
  if (asked.nature === 'report') {
    return [
      {
        name: 'done',
        expected: `ce qui vient d’être réparé ou fait, après le signalement du {{ recue_le }}${place}.`,
        asked: 'c’est fait : dites ce qui est réparé ou fait',
      },
      {
        name: 'planned',
        expected: `ce qui est prévu${place} pour le {{ date_prevue }}.`,
        asked: 'c’est prévu : dites ce qui le sera, et pour quand',
      },
      {
        name: 'answered',
        expected: `ce que vous nous avez signalé le {{ recue_le }}${place}, sans dire ce qui en est fait.`,
        asked: 'toute autre réponse : rappelez le signalement, sans dire ce qui en est fait',
      },
    ];
  }
  const answered = 'ce que vous nous avez demandé le {{ recue_le }}';
  if (!mayBeRefused(asked))
    return [
      { name: 'answered', expected: `${answered}, en une phrase.`, asked: 'rappelez la question, en une phrase' },
    ];
  return [
    {
      name: 'answered',
      expected: `${answered}, sans dire si c’est oui ou non.`,
      asked: 'ni oui ni non : rappelez la demande',
    },
    {
      name: 'done',
      expected: 'ce qui est accordé ou fait, après votre demande du {{ recue_le }}.',
      asked: 'c’est oui, ou c’est fait : dites ce qui l’est',
    },
    {
      name: 'refused',
      expected: 'ce que nous ne pouvons accorder, pour la raison suivante : {{ motif }}.',
      asked: 'c’est non : dites ce que l’on ne peut accorder, et pourquoi',
    },
  ];
}
