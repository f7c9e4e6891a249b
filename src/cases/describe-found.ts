import { MARK_FROM, MARK_TO, type FoundRow } from '../database/repositories/case-text-search.js';
import type { CaseFoundDto, ExcerptPartDto, FoundBy } from './case-list.dto.js';

const WAYS: readonly FoundBy[] = ['number', 'phone', 'name', 'place', 'words'];

/** Why a case is among those found; its words and its place only where they are the reason. */
export function describeFound(found: FoundRow): CaseFoundDto {
  const by = WAYS.filter((way) => found[way]);
  return {
    by,
    excerpt: found.words && found.excerpt !== null ? partsOf(found.excerpt) : [],
    ...(found.place && found.placeText !== null ? { place: found.placeText } : {}),
  };
}

function partsOf(excerpt: string): readonly ExcerptPartDto[] {
  const [before = '', ...others] = excerpt.split(MARK_FROM);
  const parts = others.flatMap((other) => {
    const [word = '', after = ''] = other.split(MARK_TO);
    return [
      { text: word, marked: true },
      { text: after, marked: false },
    ];
  });
  return [{ text: before, marked: false }, ...parts].filter(({ text }) => text !== '');
}
