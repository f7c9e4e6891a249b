import { firstWord } from '../neighbours.js';

const FIRST_WORDS: Readonly<Record<string, string | undefined>> = {
  signaler: 'report',
  contester: 'complaint',
  réclamer: 'complaint',
  connaître: 'information',
  savoir: 'information',
  trouver: 'information',
  s: 'procedure',
  se: 'procedure',
};

/** The nature that the first word of a title tells: an infinitive is a procedure, anything else a question. */
export function natureOf(title: string): string {
  const first = firstWord(title);
  return FIRST_WORDS[first] ?? (/.(?:er|ir|re)$/u.test(first) ? 'procedure' : 'question');
}

interface OfNature {
  readonly nature: string;
}

/** An information or a question is answered, often at first contact; nothing is decided. */
export function isAnswer({ nature }: OfNature): boolean {
  return nature === 'information' || nature === 'question';
}

/** A procedure or a complaint ends in a decision, which is signed, and which the law lets its citizen contest. */
export function mayBeRefused({ nature }: OfNature): boolean {
  return nature === 'procedure' || nature === 'complaint';
}

/** Working days: what is known is said within two; what must be looked for, seen or decided, within ten. */
export function promiseOf(nature: string): string {
  return isAnswer({ nature }) ? '2' : '10';
}
