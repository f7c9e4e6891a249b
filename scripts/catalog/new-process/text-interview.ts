import { agree } from '../../../domain/text/french-typography.js';
import { EXPECTED } from './expected-texts.js';
import { hearLetter } from './interview-letter.js';
import { hearInTurn, hearLine, hearList, hearYesNo, listenedTo, showExpected, WentBack } from './interview-lines.js';
import type { Interview, UnderWay, Writer } from './interview-lines.js';
import { hearQuestions } from './interview-questions.js';
import { isBooking } from '../neighbours.js';
import type { NewProcess } from './new-process-answers.js';
import { isAnswer } from './process-natures.js';
import type { WrittenFact, WrittenTexts } from './written-texts.js';

interface Part {
  readonly title: string;
  readonly isAsked?: (asked: NewProcess) => boolean;
  readonly hear: (interview: UnderWay) => Promise<WrittenTexts>;
}

/**
 * Asks for the texts of a new process one after the other, each with what is expected there and what a finished process
 * says. Enter leaves a text to be written later; `<` takes the last line of a list away, else begins the part again, or goes back to
 * the one before; leaving altogether keeps what was said.
 */
export async function interviewFor(interview: Interview): Promise<WrittenTexts> {
  const { asked, model, writer } = interview;
  const listened = listenedTo(writer);
  const parts = PARTS.filter(({ isAsked }) => isAsked?.(asked) ?? true);
  writer.show('');
  writer.show('Les textes maintenant. Ce qui est laissé à plus tard reste « À écrire ». « < » : revenir en arrière.');
  writer.show('Ctrl+C : s’arrêter là ; ce qui est dit est gardé.');
  if (model !== undefined) writer.show(`Les exemples viennent de « ${model.title} » (${model.id}).`);
  let texts: WrittenTexts = {};
  let at = 0;
  while (at < parts.length) {
    const part = parts[at];
    const counted = countingAnswers(listened);
    listened.show(`\n${String(at + 1)}/${String(parts.length)}  ${part?.title ?? ''}`);
    try {
      texts = { ...texts, ...(await part?.hear({ ...interview, writer: counted.writer, heard: texts })) };
      at += 1;
    } catch (error) {
      if (!(error instanceof WentBack)) throw error;
      if (counted.answers() === 0) at = Math.max(0, at - 1);
    }
  }
  return texts;
}

function countingAnswers({ show, ask }: Writer): { readonly writer: Writer; readonly answers: () => number } {
  let count = 0;
  const asking = async (prompt: string): Promise<string | undefined> => {
    const typed = await ask(prompt);
    count += 1;
    return typed;
  };
  return { writer: { show, ask: asking }, answers: () => count };
}

const PARTS: readonly Part[] = [
  {
    title: 'Pour qui (Entrée : plus tard)',
    hear: async (interview) => given('audience', await hearLine(interview, EXPECTED.audience, '/audience')),
  },
  { title: 'Ce que disent les gens, avec leurs mots à eux : cinq au moins (Entrée : plus tard)', hear: hearPhrasings },
  {
    title: 'Ce qu’il faut avoir (une chose par ligne ; Entrée : rien, ou plus rien)',
    hear: async (interview) => {
      const beside = interview.asked.nature === 'report' ? ' ; le lieu et les photos sont déjà demandés' : '';
      const expected = `une pièce, un objet ou un renseignement à apporter, comme « Le numéro du contrat »${beside}`;
      return given('needed', await hearList(interview, expected, '/needed/0'));
    },
  },
  {
    title: 'Ce que cela coûte à l’usager (Entrée : c’est gratuit)',
    isAsked: ({ nature }) => nature !== 'report',
    hear: async ({ writer }) => {
      writer.show(
        '    de quoi dépend le prix, à qui on le paie, quelle caution ; une phrase sans montant, les tarifs sont tenus à part',
      );
      return given('price', await writer.ask('  > '));
    },
  },
  {
    title: 'Les questions à poser, seulement celles qui servent (Entrée : il n’y en a plus)',
    isAsked: ({ nature }) => nature !== 'information',
    hear: hearQuestions,
  },
  {
    title: 'Ce que l’on dit à l’usager (une idée par ligne, le danger d’abord s’il y en a ; Entrée : c’est tout)',
    hear: async (interview) => {
      const said = await hearList(interview, EXPECTED.say.join(' ; puis '), '/script/say/0');
      return given('say', said?.length === 0 ? undefined : said);
    },
  },
  {
    title: 'Passer la main (Entrée : plus tard)',
    hear: hearHandOver,
  },
  {
    title: 'Répondre tout de suite (Entrée : plus tard)',
    isAsked: isAnswer,
    hear: async (interview) => given('firstContact', await hearLine(interview, EXPECTED.firstContact, '/firstContact')),
  },
  {
    title: 'Un texte oblige-t-il à dire oui à qui remplit les conditions ?',
    isAsked: (asked) => asked.nature === 'procedure' && !isBooking(asked.title),
    hear: async ({ writer }) => {
      writer.show(
        '    non s’il dit « peut », ou pour une aide, une place, un prêt, une faveur que l’on reste libre d’accorder',
      );
      return given('isDue', await hearYesNo(writer));
    },
  },
  { title: 'La lettre (Entrée : plus tard, ou la phrase proposée)', hear: hearLetter },
  {
    title: 'Sur la page des démarches (Entrée : plus tard)',
    hear: async (interview) => given('summary', await hearLine(interview, EXPECTED.summary, '/teleservice/summary')),
  },
  {
    title: 'Les règles à savoir, et d’où elles viennent (Entrée : aucune, ou plus rien)',
    hear: hearFacts,
  },
];

/** One text by its name, or nothing. */
function given<Name extends keyof WrittenTexts>(name: Name, value: WrittenTexts[Name] | undefined): WrittenTexts {
  return value === undefined ? {} : { [name]: value };
}

/** Five ways, each asked for by what makes it unlike the others, then as many more as come. */
async function hearPhrasings(interview: Interview): Promise<WrittenTexts> {
  const five = EXPECTED.phrasings.length;
  const { texts } = await hearInTurn(interview, (before) => {
    const at = before.length;
    const way = EXPECTED.phrasings[at];
    const expected = `${String(at + 1)} sur ${String(five)} : ${way ?? ''}`;
    if (way !== undefined) return { expected, pointer: `/phrasings/${String(at)}`, isEndedByEnter: false };
    return { ...(at === five ? { expected: others(before) } : {}), isEndedByEnter: true };
  });
  return { phrasings: texts.filter((text) => text !== '') };
}

function others(before: readonly string[]): string {
  const missing = before.filter((text) => text === '').length;
  const more =
    missing === 0
      ? 'd’autres encore (Entrée : c’est tout)'
      : `il en faut cinq au moins, ${agree(missing, 'manque', 'manquent')} ${String(missing)}`;
  return `${more} ; chacune la fait mieux trouver`;
}

/** A department or a process is named there: a word after `?` finds it. */
async function hearHandOver(interview: UnderWay): Promise<WrittenTexts> {
  let expected: string = EXPECTED.handOver;
  let pointer = '/script/handOver';
  for (;;) {
    const typed = await hearLine(
      interview,
      `${expected} (? : les services ; ? bruit : les démarches qui en parlent)`,
      pointer,
    );
    if (typed?.startsWith('?') !== true) return given('handOver', typed);
    interview.writer.show(interview.lookUp(typed.slice(1).trim()));
    [expected, pointer] = ['votre phrase, avec le titre d’une démarche entre « »', ''];
  }
}

/** One rule and its source, then others until Enter. */
async function hearFacts(interview: UnderWay): Promise<WrittenTexts> {
  const facts: WrittenFact[] = [];
  for (;;) {
    const isFirst = facts.length === 0;
    const expected = isFirst ? 'la règle, ou l’usage du service, en une phrase' : 'une autre règle';
    showExpected(interview, expected, isFirst ? '/facts/0/text' : '');
    const text = await interview.writer.ask('  > ');
    if (text === undefined && isFirst) return {};
    if (text === undefined || text === '') return { facts };
    const from = 'un règlement, une délibération ou un article (CGCT, art. L2212-2) ; Entrée : usage du service';
    facts.push({ text, reference: (await hearLine(interview, from)) ?? 'Usage du service' });
  }
}
