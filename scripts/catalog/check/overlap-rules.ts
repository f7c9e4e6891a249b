import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { phrasingPieces, replyPieces, scriptPieces, sentencesOf, wordsOf } from '../text-pieces.js';
import type { TextPiece } from '../text-pieces.js';

/** Two processes may share this part of their five-word sequences, and no more. */
const SHARED_AT_MOST = 0.6;
/** Below this number of sequences a share means nothing. */
const FEWEST_SEQUENCES = 6;
/** A sentence may stand in this many processes. */
const SENTENCE_AT_MOST = 5;

interface TextKind {
  readonly rule: string;
  readonly name: string;
  /** Where it stands in the definition; absent: in the reply template. */
  readonly pointer?: string;
  readonly pieces: (loaded: LoadedDefinition) => readonly TextPiece[];
}

const KINDS: readonly TextKind[] = [
  { rule: 'text.script-overlap', name: 'le script', pointer: '/script', pieces: scriptPieces },
  { rule: 'text.phrasings-overlap', name: 'les tournures', pointer: '/phrasings', pieces: phrasingPieces },
  { rule: 'text.reply-overlap', name: 'la lettre', pieces: replyPieces },
];

/** Texts are written, not stamped out: no two processes with the same words, no sentence everywhere. */
export function overlapRules(catalog: Catalog): readonly CatalogFault[] {
  const all = [...catalog.definitions.values()];
  return [...KINDS.flatMap((kind) => overlapsOf(all, kind)), ...sentenceFaults(all)];
}

function overlapsOf(all: readonly LoadedDefinition[], kind: TextKind): readonly CatalogFault[] {
  const sequences = all.map((loaded) => sequencesOf(kind.pieces(loaded)));
  const holders = new Map<string, number[]>();
  sequences.forEach((set, index) => {
    for (const sequence of set) {
      const held = holders.get(sequence);
      if (held === undefined) holders.set(sequence, [index]);
      else held.push(index);
    }
  });
  return sequences.flatMap((own, index) => {
    const common = new Map<number, number>();
    for (const sequence of own) {
      for (const other of holders.get(sequence) ?? []) {
        if (other < index) common.set(other, (common.get(other) ?? 0) + 1);
      }
    }
    return [...common].flatMap(([other, count]) => overlapFault({ all, sequences, kind }, { index, other, count }));
  });
}

interface Compared {
  readonly all: readonly LoadedDefinition[];
  readonly sequences: readonly ReadonlySet<string>[];
  readonly kind: TextKind;
}

interface Pair {
  readonly index: number;
  readonly other: number;
  readonly count: number;
}

function overlapFault({ all, sequences, kind }: Compared, { index, other, count }: Pair): readonly CatalogFault[] {
  const smaller = Math.min(sequences[index]?.size ?? 0, sequences[other]?.size ?? 0);
  if (smaller < FEWEST_SEQUENCES || count / smaller <= SHARED_AT_MOST) return [];
  const [loaded, twin] = [all[index], all[other]];
  return loaded === undefined || twin === undefined ? [] : [overlapOf(kind, loaded, { twin, share: count / smaller })];
}

interface Twin {
  readonly twin: LoadedDefinition;
  readonly share: number;
}

function overlapOf(kind: TextKind, { yaml, reply }: LoadedDefinition, { twin, share }: Twin): CatalogFault {
  const place =
    kind.pointer === undefined ? { file: reply.file, line: 1 } : { file: yaml.file, line: yaml.lineOf(kind.pointer) };
  return {
    ...place,
    rule: kind.rule,
    pointer: '',
    message: `${kind.name} partage ${String(Math.round(100 * share))} % de ses mots avec « ${twin.definition.id} »`,
    advice: 'écrire ce qui est propre à ce sujet, ou fondre les deux processus',
    severity: 'error',
  };
}

/** Five-word sequences, inside one piece only: two phrases that follow each other make no sequence. */
function sequencesOf(pieces: readonly TextPiece[]): ReadonlySet<string> {
  const sequences = new Set<string>();
  for (const { text } of pieces) {
    const words = wordsOf(text);
    for (let start = 0; start + 5 <= words.length; start += 1) sequences.add(words.slice(start, start + 5).join(' '));
  }
  return sequences;
}

function sentenceFaults(all: readonly LoadedDefinition[]): readonly CatalogFault[] {
  const places = new Map<string, { loaded: LoadedDefinition; pointer: string; inReply: boolean }[]>();
  for (const loaded of all) {
    const found = new Map<string, { pointer: string; inReply: boolean }>();
    for (const { text, pointer } of scriptPieces(loaded)) {
      for (const sentence of sentencesOf(text)) found.set(sentence, { pointer, inReply: false });
    }
    for (const { text, pointer } of replyPieces(loaded)) {
      for (const sentence of sentencesOf(text)) found.set(sentence, { pointer, inReply: true });
    }
    for (const [sentence, place] of found) {
      const held = places.get(sentence);
      if (held === undefined) places.set(sentence, [{ loaded, ...place }]);
      else held.push({ loaded, ...place });
    }
  }
  return [...places].flatMap(([sentence, held]) =>
    held.slice(SENTENCE_AT_MOST).map(({ loaded, pointer, inReply }): CatalogFault => ({
      file: inReply ? loaded.reply.file : loaded.yaml.file,
      line: inReply ? Number(pointer) : loaded.yaml.lineOf(pointer),
      rule: 'text.sentence-everywhere',
      pointer: inReply ? '' : pointer,
      message: `la phrase « ${sentence} » est dans ${String(held.length)} processus`,
      advice: 'la dire avec les mots de ce sujet, ou en faire un texte partagé (replies/commun)',
      severity: 'error',
    })),
  );
}
