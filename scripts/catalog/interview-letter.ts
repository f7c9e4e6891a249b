import { letterSections } from './expected-texts.js';
import type { UnderWay, Writer } from './interview-lines.js';
import type { NewProcess } from './new-process-answers.js';
import { shorthandOf, templateOf } from './letter-shorthand.js';
import { fieldKeys } from './written-texts.js';
import type { WrittenTexts } from './written-texts.js';

/** One sentence for each section of the letter, in the shorthand of `letter-shorthand.ts`. */
export async function hearLetter({ asked, model, writer, heard }: UnderWay): Promise<WrittenTexts> {
  const { questions = [] } = heard;
  const keys = fieldKeys(questions.map(({ label }) => label));
  const answers = questions.map(({ answer: { options } }, index) => ({
    key: keys[index] ?? '',
    ...(options === undefined ? {} : { options }),
  }));
  showMarks(writer, heard, asked);
  const letter: Record<string, string> = {};
  for (const { name, asked: what } of letterSections(asked)) {
    writer.show(`  ${what}`);
    const example = shorthandOf(model?.letterOf(name) ?? '').replaceAll('**', '');
    // One that says several things by turns teaches nothing at a glance.
    if (example !== '' && !example.includes('{')) writer.show(`    par exemple : « ${example} »`);
    const typed = (await writer.ask('  > ')) ?? '';
    if (typed !== '') letter[name] = templateOf(typed, answers);
  }
  return { letter };
}

function showMarks(writer: Writer, { questions = [] }: WrittenTexts, { nature }: NewProcess): void {
  const isReport = nature === 'report';
  const marks = isReport ? '<date prévue> celui de l’intervention, <lieu> l’adresse' : '<motif> la raison d’un refus';
  writer.show('    une phrase pour chaque issue ; le service écrit la suite dessous, et elle doit rester vraie');
  writer.show(`    <date> y devient le jour de la demande, ${marks}`);
  if (questions.length === 0 && !isReport) return;
  const numbered = questions.map(({ label }, index) => `<${String(index + 1)}> ${label}`);
  const example = isReport ? 'Le banc signalé[ (<lieu>)] est réparé.' : 'Le vélo vous attend[ le <1>].';
  writer.show(`    une réponse au formulaire se met entre crochets, car elle peut manquer : « ${example} »`);
  if (numbered.length > 0) writer.show(`    ${numbered.join('   ')}`);
}
