import { EXPECTED, letterSections } from './expected-texts.js';
import { isBooking } from './neighbours.js';
import type { NewProcess } from './new-process-answers.js';
import { isAnswer, mayBeRefused } from './process-natures.js';
import type { WritingModel } from './writing-model.js';
import { ANSWER_WORDS, answerTypeOf, fieldKeys } from './written-texts.js';
import type { AnswerType, WrittenQuestion, WrittenTexts } from './written-texts.js';

/** Somebody who answers, line by line. */
export interface Writer {
  /** Trimmed, `''` for the key Enter alone; undefined once they have left (Ctrl+C, Ctrl+D). */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly show: (line: string) => void;
}

interface Interview {
  readonly asked: NewProcess;
  /** A finished process, whose texts are shown as examples. */
  readonly model: WritingModel | undefined;
  readonly writer: Writer;
}

interface UnderWay extends Interview {
  /** What was said until now. */
  readonly heard: WrittenTexts;
}

interface Part {
  readonly title: string;
  readonly isAsked?: (asked: NewProcess) => boolean;
  readonly hear: (interview: UnderWay) => Promise<WrittenTexts>;
}

/**
 * Asks for the texts of a new process one after the other, each with what is expected there and what a finished process
 * says. Enter leaves a text to be written later; leaving altogether keeps what was said.
 */
export async function interviewFor({ asked, model, writer }: Interview): Promise<WrittenTexts> {
  let hasLeft = false;
  const listened: Writer = {
    show: (line) => {
      if (!hasLeft) writer.show(line);
    },
    ask: async (prompt) => {
      const typed = hasLeft ? undefined : await writer.ask(prompt);
      hasLeft = typed === undefined;
      return typed;
    },
  };
  const parts = PARTS.filter(({ isAsked }) => isAsked?.(asked) ?? true);
  writer.show('');
  writer.show(
    'Les textes maintenant, une ligne chacun. Entrée seule : à écrire plus tard. Ctrl+C : ce qui est dit est gardé.',
  );
  if (model !== undefined) writer.show(`Les exemples viennent de « ${model.title} » (${model.id}).`);
  let texts: WrittenTexts = {};
  for (const [index, { title, hear }] of parts.entries()) {
    listened.show(`\n${String(index + 1)}/${String(parts.length)}  ${title}`);
    texts = { ...texts, ...(await hear({ asked, model, writer: listened, heard: texts })) };
  }
  return texts;
}

const PARTS: readonly Part[] = [
  {
    title: 'À qui elle s’adresse',
    hear: async (interview) => given('audience', await hearLine(interview, EXPECTED.audience, '/audience')),
  },
  { title: 'Ce que disent les gens, avec leurs mots à eux', hear: hearPhrasings },
  {
    title: 'Ce qu’il faut avoir (Entrée : rien, ou plus rien)',
    isAsked: (asked) => !isAnswer(asked),
    hear: async (interview) => given('needed', await hearList(interview, 'une pièce ou un renseignement', '/needed/0')),
  },
  {
    title: 'Ce que cela coûte (Entrée : c’est gratuit)',
    isAsked: mayBeRefused,
    hear: async ({ writer }) => {
      writer.show(
        '    de quoi dépend le prix, ou quelle caution est demandée ; une phrase sans montant, la ville tient ses tarifs',
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
    title: 'Ce que l’on dit à l’usager (Entrée : c’est tout)',
    hear: async (interview) => {
      const said = await hearList(interview, EXPECTED.say.join(' ; puis '), '/script/say/0');
      return given('say', said?.length === 0 ? undefined : said);
    },
  },
  {
    title: 'Passer la main',
    hear: async (interview) => given('handOver', await hearLine(interview, EXPECTED.handOver, '/script/handOver')),
  },
  {
    title: 'Répondre tout de suite',
    isAsked: isAnswer,
    hear: async (interview) => given('firstContact', await hearLine(interview, EXPECTED.firstContact, '/firstContact')),
  },
  {
    title: 'Un texte oblige-t-il à dire oui à qui remplit les conditions ?',
    isAsked: (asked) => asked.nature === 'procedure' && !isBooking(asked.title),
    hear: async ({ writer }) => {
      writer.show('    non pour une aide, une place, un prêt ou une faveur que la ville reste libre d’accorder');
      return given('isDue', await hearYesNo(writer));
    },
  },
  { title: 'La lettre', hear: hearLetter },
  {
    title: 'Sur la page des démarches',
    hear: async (interview) => given('summary', await hearLine(interview, EXPECTED.summary, '/teleservice/summary')),
  },
  {
    title: 'La règle, et d’où elle vient',
    hear: async (interview) => {
      const fact = await hearLine(interview, EXPECTED.fact, '/facts/0/text');
      if (fact === undefined) return {};
      const from = 'un article (CGCT, art. L2212-2), un règlement ou une délibération de la ville, ou un usage';
      return { fact, ...given('reference', await hearLine(interview, from)) };
    },
  },
];

/** One text by its name, or nothing. */
function given<Name extends keyof WrittenTexts>(name: Name, value: WrittenTexts[Name] | undefined): WrittenTexts {
  return value === undefined ? {} : { [name]: value };
}

function showExpected({ model, writer }: Interview, expected: string, pointer: string): void {
  writer.show(`    ${expected}`);
  const example = model?.textAt(pointer);
  if (example !== undefined && example !== '') writer.show(`    par exemple : « ${example} »`);
}

/** One text; undefined when it is for later. */
async function hearLine(interview: Interview, expected: string, pointer = ''): Promise<string | undefined> {
  showExpected(interview, expected, pointer);
  const typed = await interview.writer.ask('  > ');
  return typed === '' ? undefined : typed;
}

/** As many texts as come, until Enter alone; undefined when they left before the first. */
async function hearList(
  interview: Interview,
  expected: string,
  pointer: string,
): Promise<readonly string[] | undefined> {
  showExpected(interview, expected, pointer);
  const texts: string[] = [];
  for (;;) {
    const typed = await interview.writer.ask('  > ');
    if (typed === undefined && texts.length === 0) return undefined;
    if (typed === undefined || typed === '') return texts;
    texts.push(typed);
  }
}

/** Five ways, each asked for by what makes it unlike the others, then as many more as come. */
async function hearPhrasings(interview: Interview): Promise<WrittenTexts> {
  const { writer, model } = interview;
  const example = model?.textAt('/phrasings/0');
  if (example !== undefined) writer.show(`    par exemple : « ${example} »`);
  const phrasings: string[] = [];
  for (const expected of EXPECTED.phrasings) {
    const typed = await hearLine(interview, expected);
    if (typed !== undefined) phrasings.push(typed);
  }
  const others = (await hearList(interview, 'd’autres encore ; chacune la fait mieux trouver', '')) ?? [];
  return { phrasings: [...phrasings, ...others] };
}

async function hearQuestions(interview: Interview): Promise<WrittenTexts> {
  const { writer } = interview;
  showExpected(interview, EXPECTED.ask, '/script/questions/0/ask');
  const questions: WrittenQuestion[] = [];
  for (;;) {
    const ask = await writer.ask('  question > ');
    if (ask === undefined && questions.length === 0) return {};
    if (ask === undefined || ask === '') return { questions };
    const label = await writer.ask(`    ${EXPECTED.label} [${ask}] > `);
    const answer = await hearAnswerType(writer);
    const required = (await hearYesNo(writer, 'faut-il y répondre pour envoyer la demande, oui ou non')) ?? true;
    questions.push({ ask, label: label === undefined || label === '' ? ask : label, answer, required });
  }
}

async function hearAnswerType(writer: Writer): Promise<AnswerType> {
  for (;;) {
    const typed = (await writer.ask(`    la réponse est : ${ANSWER_WORDS} [texte] > `)) ?? '';
    const answer = answerTypeOf(typed === '' ? 'texte' : typed);
    if (answer !== undefined) return answer;
    writer.show(`    « ${typed} » n’est pas de ceux-là.`);
  }
}

/** Yes for Enter alone; undefined when they left. */
async function hearYesNo(writer: Writer, prompt = 'oui ou non'): Promise<boolean | undefined> {
  for (;;) {
    const typed = await writer.ask(`    ${prompt} [oui] > `);
    if (typed === undefined) return undefined;
    if (/^(?:o|oui)?$/i.test(typed)) return true;
    if (/^(?:n|non)$/i.test(typed)) return false;
    writer.show('    répondre oui ou non');
  }
}

async function hearLetter({ asked, model, writer, heard }: UnderWay): Promise<WrittenTexts> {
  writer.show(
    '    une phrase par issue, vraie quoi que le référent écrive dessous ; {{ recue_le }} : le jour de la demande',
  );
  const [key] = fieldKeys((heard.questions ?? []).map(({ label }) => label));
  if (key !== undefined)
    writer.show(
      `    une réponse s’y reprend ainsi, car elle peut manquer : {% if champs.${key} %}… {{ champs.${key} }}{% endif %}`,
    );
  const letter: Record<string, string> = {};
  for (const { name, expected } of letterSections(asked)) {
    writer.show(`  ${SECTIONS[name] ?? name} : ${expected}`);
    const example = model?.letterOf(name);
    // One that says several things by turns teaches nothing at a glance.
    if (example !== undefined && !example.includes('{%')) writer.show(`    par exemple : « ${example} »`);
    const typed = await writer.ask('  > ');
    if (typed !== undefined && typed !== '') letter[name] = typed;
  }
  return { letter };
}

const SECTIONS: Readonly<Record<string, string | undefined>> = {
  answered: 'réponse',
  done: 'c’est oui, ou c’est fait',
  planned: 'c’est prévu',
  refused: 'c’est non',
};
