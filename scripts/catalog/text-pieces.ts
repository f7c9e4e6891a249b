import type { LoadedDefinition } from '../../src/catalog/load-catalog.js';
import { sectionsOf } from '../../src/catalog/reply-template.js';

/** A text of a process, and where it is written. */
export interface TextPiece {
  readonly pointer: string;
  readonly text: string;
}

/** The script as it is written in the definition itself: what shared forms bring is left apart. */
export function scriptPieces({ source: { script } }: LoadedDefinition): readonly TextPiece[] {
  const urgent = [script.urgent ?? []].flat();
  return [
    ...(script.opening === undefined ? [] : [{ pointer: '/script/opening', text: script.opening }]),
    ...(script.questions ?? []).map(({ ask }, index) => ({
      pointer: `/script/questions/${String(index)}/ask`,
      text: ask,
    })),
    ...script.say.map((text, index) => ({ pointer: `/script/say/${String(index)}`, text })),
    { pointer: '/script/handOver', text: script.handOver },
    ...urgent.map(({ when }) => ({ pointer: '/script/urgent', text: when })),
  ];
}

export function phrasingPieces({ source }: LoadedDefinition): readonly TextPiece[] {
  return source.phrasings.map((text, index) => ({ pointer: `/phrasings/${String(index)}`, text }));
}

/** The prose of the reply template, section by section, without Liquid marks. */
export function replyPieces({ reply }: LoadedDefinition): readonly TextPiece[] {
  return sectionsOf(reply.text ?? '').map(({ text, line }) => ({
    pointer: String(line),
    text: text.replace(/\{%[\s\S]*?%\}/g, ' ').replace(/\{\{[\s\S]*?\}\}/g, ' '),
  }));
}

/** The other texts that people read. */
export function otherPieces({ source }: LoadedDefinition): readonly TextPiece[] {
  const piece = (pointer: string, text: string | undefined): readonly TextPiece[] =>
    text === undefined ? [] : [{ pointer, text }];
  return [
    ...piece('/title', source.title),
    ...piece('/audience', source.audience),
    ...piece('/firstContact', source.firstContact),
    ...piece('/teleservice/summary', source.teleservice?.summary),
    ...piece('/price/note', source.price?.note),
    ...(source.needed ?? []).map((text, index) => ({ pointer: `/needed/${String(index)}`, text })),
    ...(source.stoppers ?? []).map(({ when, say }, index) => ({
      pointer: `/stoppers/${String(index)}`,
      text: `${when}. ${say}`,
    })),
    ...(source.facts ?? []).map(({ text }, index) => ({ pointer: `/facts/${String(index)}/text`, text })),
    ...(typeof source.form === 'object' ? (source.form.fields ?? []) : []).map(({ label, help }, index) => ({
      pointer: `/form/fields/${String(index)}`,
      text: `${label} ${help ?? ''}`,
    })),
  ];
}

/** Words, folded: no accents, case or punctuation. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function fold(text: string): string {
  return text.replaceAll('œ', 'oe').replaceAll('Œ', 'OE').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Sentences of at least five words, folded. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[.!?]+(?=\s|$)|\n+/)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length >= 5)
    .map((words) => words.join(' '));
}
