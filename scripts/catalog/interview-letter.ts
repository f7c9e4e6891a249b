import { letterSections } from './expected-texts.js';
import type { UnderWay, Writer } from './interview-lines.js';
import { shorthandOf, templateOf } from './letter-shorthand.js';
import { fieldKeys } from './written-texts.js';
import type { WrittenTexts } from './written-texts.js';

/** One sentence for each section of the letter, in the shorthand of `letter-shorthand.ts`. */
export async function hearLetter({ asked, model, writer, heard }: UnderWay): Promise<WrittenTexts> {
  const labels = (heard.questions ?? []).map(({ label }) => label);
  const keys = fieldKeys(labels);
  showMarks(writer, labels);
  const letter: Record<string, string> = {};
  for (const { name, expected } of letterSections(asked)) {
    writer.show(`  ${SECTIONS[name] ?? name} : ${shorthandOf(expected)}`);
    const example = shorthandOf(model?.letterOf(name) ?? '');
    // One that says several things by turns teaches nothing at a glance.
    if (example !== '' && !example.includes('{')) writer.show(`    par exemple : « ${example} »`);
    const typed = (await writer.ask('  > ')) ?? '';
    if (typed !== '') letter[name] = templateOf(typed, keys);
  }
  return { letter };
}

function showMarks(writer: Writer, labels: readonly string[]): void {
  writer.show('    une phrase pour chaque issue, vraie quoi que le service ajoute dessous');
  writer.show('    <date> y devient le jour de la demande, <motif> la raison d’un refus');
  if (labels.length === 0) return;
  const numbered = labels.map((label, index) => `<${String(index + 1)}> ${label}`);
  writer.show('    une réponse s’y reprend par son numéro, entre crochets car elle peut manquer : [ pour le <1>]');
  writer.show(`    ${numbered.join('   ')}`);
}

const SECTIONS: Readonly<Record<string, string | undefined>> = {
  answered: 'réponse',
  done: 'c’est oui, ou c’est fait',
  planned: 'c’est prévu',
  refused: 'c’est non',
};
