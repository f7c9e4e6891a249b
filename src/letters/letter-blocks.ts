import type { Block } from './blocks/block.js';
import { bullets, headed, linesBlock, paragraph, verbatim } from './blocks/compose.js';
import type { LetterWords } from './letter-input.js';

/** The letter in the same words and the same order, for the mail it is attached to: some mail programs show no attachment. */
export function letterBlocks(words: LetterWords): Block[] {
  const { organisation, signature } = words;
  return [
    ...linesBlock(
      [organisation.name, ...organisation.lines.filter((line) => line !== organisation.name)].map(verbatim),
    ),
    ...linesBlock(words.recipient.map(verbatim)),
    ...paragraph(words.placeAndDate),
    ...linesBlock(words.references.map(({ label, value }) => verbatim(`${label} ${value}`))),
    ...paragraph(`${words.objectLabel} ${words.object}`),
    ...paragraph(words.salutation),
    ...words.body,
    ...paragraph(words.closing),
    ...linesBlock(signature.lines.map(verbatim)),
    ...linesBlock(signature.note.map(verbatim)),
    ...headed(words.enclosuresLabel, bullets(words.enclosures)),
    ...headed(words.appealLabel, words.appealNotice),
  ];
}
