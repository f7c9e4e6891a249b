import { hearYesNo, showExpected } from './interview-lines.js';
import type { UnderWay, Writer } from './interview-lines.js';
import { ANSWER_WORDS, answerTypeOf } from './written-texts.js';
import type { AnswerType, WrittenQuestion, WrittenTexts } from './written-texts.js';

const REQUIRED = { prompt: 'faut-il y répondre pour envoyer la demande, oui ou non', assumed: true };

/** The questions of a process, each with its label and the kind of its answer, until Enter alone. */
export async function hearQuestions(interview: UnderWay): Promise<WrittenTexts> {
  const { writer, asked } = interview;
  const already =
    asked.nature === 'report' ? 'le lieu, un repère et des photos' : 'le nom, l’adresse et de quoi répondre';
  writer.show(`    ${already} sont déjà demandés`);
  showExpected(
    interview,
    'une chose par question : un choix, une date, un nombre se trient mieux qu’un long texte',
    '/script/questions/0/ask',
  );
  const questions: WrittenQuestion[] = [];
  for (;;) {
    const ask = await writer.ask('  la question, telle qu’on la pose au téléphone > ');
    if (ask === undefined && questions.length === 0) return {};
    if (ask === undefined || ask === '') return { questions };
    const label = await writer.ask(`    son intitulé sur le formulaire en ligne, plus court (Entrée : le même) > `);
    const answer = await hearAnswerType(writer);
    const required = await hearYesNo(writer, REQUIRED);
    questions.push({
      ask,
      label: label === undefined || label === '' ? ask : label,
      answer,
      required: required ?? true,
    });
  }
}

async function hearAnswerType(writer: Writer): Promise<AnswerType> {
  for (;;) {
    const typed = (await writer.ask(`    la réponse : ${ANSWER_WORDS} [texte] > `)) ?? '';
    const answer = answerTypeOf(typed === '' ? 'texte' : typed);
    if (answer !== undefined) return answer;
    writer.show(`    « ${typed} » n’est pas de ceux-là.`);
  }
}
