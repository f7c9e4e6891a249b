import { themeOf } from '../../domain/process/expand.js';
import type { Catalog, LoadedDefinition } from '../../src/catalog/load-catalog.js';
import { sectionsOf } from '../../src/catalog/reply-template.js';
import { firstWord, isBooking, mentionSearch, tellingWords } from './neighbours.js';
import { otherPieces, phrasingPieces, replyPieces, scriptPieces } from './text-pieces.js';
import type { TextPiece } from './text-pieces.js';

/** What `new-process` leaves to be written. */
export const UNWRITTEN = 'À écrire';

/** A finished process that one being written can be modelled on, text by text. */
export interface WritingModel {
  readonly id: string;
  readonly title: string;
  /** What stands there at that place; undefined when it has no such text. */
  readonly textAt: (pointer: string) => string | undefined;
  /** The first paragraph of one section of its letter. */
  readonly letterOf: (section: string) => string | undefined;
}

/** What is known of a process before its texts are. */
interface ToBeWritten {
  readonly id: string;
  readonly title: string;
  readonly nature: string;
  readonly organisation: string;
  readonly department: string;
}

/** The finished process nearest to another: of its nature, and if possible its verb, its theme, its department, its words. */
export function modelOf(own: ToBeWritten, catalog: Catalog): WritingModel | undefined {
  const words = tellingWords(own.title);
  const speaking = new Set(mentionSearch(catalog)(own.title).map(({ id }) => id));
  const near = (other: LoadedDefinition): number => {
    const { theme, department, organisation, title } = other.definition;
    const common = [...tellingWords(title)].filter((word) => words.has(word)).length;
    return (
      Number(theme === themeOf(own.id)) * 3 +
      Number(department === own.department) +
      Number(organisation === own.organisation) +
      common * 2 +
      Number(speaking.has(other.definition.id)) * 4 +
      verbNearness(title, own.title) +
      Math.min(4, otherPieces(other).length / 5)
    );
  };
  const [best] = [...catalog.definitions.values()]
    .filter((other) => other.definition.id !== own.id && other.definition.nature === own.nature && isFinished(other))
    .map((other) => ({ other, near: near(other) }))
    .sort((a, b) => b.near - a.near);
  return best === undefined ? undefined : modelFrom(best.other);
}

/** Two bookings are written alike, whatever is booked; « savoir » or « se » tells little of what follows. */
function verbNearness(title: string, other: string): number {
  const verb = firstWord(title);
  if (isBooking(title) && isBooking(other)) return 3;
  if (verb !== firstWord(other)) return 0;
  return tellingWords(verb).size > 0 ? 3 : 1;
}

function isFinished(loaded: LoadedDefinition): boolean {
  const texts = [...allPieces(loaded), ...replyPieces(loaded)];
  return loaded.reply.text !== undefined && !texts.some(({ text }) => text.includes(UNWRITTEN));
}

/** Every text of a definition that people read. */
export function allPieces(loaded: LoadedDefinition): readonly TextPiece[] {
  return [...phrasingPieces(loaded), ...scriptPieces(loaded), ...otherPieces(loaded)];
}

function modelFrom(loaded: LoadedDefinition): WritingModel {
  const { form } = loaded.source;
  const fields = typeof form === 'object' ? (form.fields ?? []) : [];
  const texts = new Map([
    ...allPieces(loaded).map(({ pointer, text }) => [pointer, text.trim()] as const),
    // A piece holds the help too; what is left to be written there is the label.
    ...fields.map(({ label }, index) => [`/form/fields/${String(index)}`, label] as const),
  ]);
  return {
    id: loaded.definition.id,
    title: loaded.definition.title,
    // Where its list is shorter, its first text serves all the same.
    textAt: (pointer) => {
      if (pointer.startsWith('/phrasings/')) return phrasingToFollow(loaded, pointer);
      return texts.get(pointer) ?? texts.get(pointer.replace(/\/\d+(\/text|\/ask)?$/, '/0$1'));
    },
    letterOf: (section) => {
      const found = sectionsOf(loaded.reply.text ?? '').find(({ names }) => names.includes(section));
      return found?.text.split(/\n\s*\n/)[0]?.trim();
    },
  };
}

/** The shortest one where the shortest is asked for, one that says « je », a question: see `EXPECTED.phrasings`. */
function phrasingToFollow({ source: { phrasings } }: LoadedDefinition, pointer: string): string | undefined {
  switch (pointer) {
    case '/phrasings/0':
      return [...phrasings].sort((a, b) => a.length - b.length)[0];
    case '/phrasings/2':
      return phrasings.find((text) => /(?:^|\s)(?:je |j['’]|mon |ma |mes )/i.test(text));
    case '/phrasings/4':
      return phrasings.find((text) => /^(?:est-ce|combien|qui|où|ou |comment|faut-il|quand)/i.test(text));
    default:
      return undefined;
  }
}
