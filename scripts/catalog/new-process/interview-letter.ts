import { letterSections } from './expected-texts.js';
import type { LetterSection } from './expected-texts.js';
import type { UnderWay, Writer } from './interview-lines.js';
import type { NewProcess } from './new-process-answers.js';
import { shorthandOf, templateOf } from './letter-shorthand.js';
import { refusalOf, reminderOf } from './reminder.js';
import { fieldKeys } from './written-texts.js';
import type { WrittenTexts } from './written-texts.js';

/** What the key Enter takes; what is granted or done is the process's own, and nobody writes it in its place. */
const PROPOSED: Readonly<Record<string, typeof reminderOf | undefined>> = { answered: reminderOf, refused: refusalOf };

type Interviewed = Pick<UnderWay, 'asked' | 'model' | 'writer'>;

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
  for (const section of letterSections(asked)) {
    const said = await hearSection(section, { asked, model, writer });
    if (said !== '') letter[section.name] = templateOf(said, answers);
  }
  return { letter };
}

/** What was typed, or taken by Enter; `''` when it is for later. */
async function hearSection(
  { name, asked: what }: LetterSection,
  { asked, model, writer }: Interviewed,
): Promise<string> {
  writer.show(`  ${what}`);
  const example = shorthandOf(model?.letterOf(name) ?? '').replaceAll('**', '');
  // One that says several things by turns teaches nothing at a glance.
  if (example !== '' && !example.includes('{')) writer.show(`    par exemple : « ${example} »`);
  const proposed = PROPOSED[name]?.(asked) ?? '';
  if (proposed !== '') writer.show(`    Entrée : « ${proposed} »`);
  const typed = await writer.ask('  > ');
  return typed === '' ? proposed : (typed ?? '');
}

function showMarks(writer: Writer, { questions = [] }: WrittenTexts, asked: NewProcess): void {
  const isReport = asked.nature === 'report';
  const several = letterSections(asked).length > 1;
  writer.show(
    `    ${several ? 'une phrase pour chaque issue' : 'une seule phrase ici'} : elle ouvre la lettre, et le service écrit sa réponse dessous`,
  );
  const marks = isReport
    ? ', <date prévue> celui de l’intervention, <lieu> l’adresse'
    : ', <motif> la raison d’un refus';
  writer.show(`    <date> y devient le jour de la demande${several ? marks : ''}`);
  if (questions.length === 0 && !isReport) return;
  const numbered = questions.map(({ label }, index) => `<${String(index + 1)}> ${label}`);
  const example = isReport ? 'Le banc signalé[ (<lieu>)] est réparé.' : 'Le vélo vous attend[ le <1>].';
  writer.show(`    une réponse au formulaire se met entre crochets, car elle peut manquer : « ${example} »`);
  if (numbered.length > 0) writer.show(`    ${numbered.join('   ')}`);
}
