import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { Catalog } from '../../../src/catalog/load-catalog.js';
import { parseWordLine } from '../../../src/catalog/word-families.js';
import type { CatalogRule } from './check-rule.js';
import { wordsOf } from '../text-pieces.js';

const FILE = 'word-families.txt';

/** The words that stand for each other: every line says something, once, and a wide word is one that the catalogue uses. */
export function wordRules(catalogDir: string): CatalogRule {
  return (catalog) => {
    const full = path.join(catalogDir, FILE);
    if (!existsSync(full)) return [];
    const used = usedWords(catalog);
    return readFileSync(full, 'utf8')
      .split('\n')
      .flatMap((text, index) =>
        text.startsWith('#') || text.trim() === '' ? [] : lineFaults({ text, line: index + 1 }, used),
      );
  };
}

interface Line {
  readonly text: string;
  readonly line: number;
}

function lineFaults({ text, line }: Line, used: readonly string[]): readonly CatalogFault[] {
  const fault = (rule: string, message: string, advice: string): CatalogFault => {
    return { file: FILE, line, rule, pointer: '', message, advice, severity: 'error' };
  };
  const parsed = parseWordLine(text);
  if (parsed === undefined || isMixed(text)) {
    const advice = 'écrire « a, b, c » (se valent), « a = b » (même mot) ou « a, b > c » (a et b sont des sortes de c)';
    return [fault('words.line', `« ${text} » ne relie rien`, advice)];
  }
  const words = parsed.kind === 'broader' ? [...parsed.heard, ...parsed.read] : parsed.heard;
  const folded = words.map((word) => wordsOf(word).join(' '));
  const twice = words.filter((_, index) => folded.indexOf(folded[index] ?? '') < index);
  const unread = parsed.kind === 'broader' ? parsed.read.filter((word) => !isUsed(word, used)) : [];
  return [
    ...twice.map((word) => fault('words.twice', `« ${word} » est deux fois sur la ligne`, 'ne l’écrire qu’une fois')),
    ...unread.map((word) =>
      fault('words.unread', `aucune fiche ne dit « ${word} »`, 'écrire à droite un mot que les fiches emploient'),
    ),
  ];
}

/** One sign a line, and something on each side of it. */
function isMixed(text: string): boolean {
  const signs = [...new Set(text.replace(/[^,=>]/g, ''))];
  const allowed = text.includes('>') ? !text.includes('=') : signs.length === 1;
  return !allowed || text.split('>').length > 2 || text.split(/[,=>]/).some((word) => word.trim() === '');
}

function usedWords({ definitions }: Catalog): readonly string[] {
  const words = [...definitions.values()].flatMap(({ source: { title, phrasings } }) =>
    [title, ...phrasings].flatMap((text) => wordsOf(text)),
  );
  return [...new Set(words)];
}

/** The ending apart: « légumes » is used where « légume » is. */
function isUsed(turn: string, used: readonly string[]): boolean {
  return wordsOf(turn).every((word) => {
    const start = word.slice(0, Math.max(3, word.length - 2));
    return used.some((other) => other.startsWith(start));
  });
}
