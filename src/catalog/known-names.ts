import { ORGANISATION_WORDS } from '../../domain/text/organisation-words.js';
import type { KnownName } from './nearest-name.js';
import type { DepartmentRow, SharedFiles } from './read-shared-parts.js';

/** What a definition may name that the catalogue itself holds; each is a list of `catalog:show -- --list`. */
export const SHARED_LISTS = ['forms', 'chains', 'clocks', 'themes', 'departments', 'teams', 'remedies'] as const;

export type SharedList = (typeof SHARED_LISTS)[number];

/** Every name of one list, in the order of its files, with a line that says what it is. */
export function sharedNames(list: SharedList, shared: SharedFiles): readonly KnownName[] {
  const departments = [...shared.departments.values()];
  switch (list) {
    case 'forms':
      return [...shared.forms].map(([name, { title, fields }]) => {
        const keys = fields.map(({ key, required }) => `${key}${required === true ? ' (obligatoire)' : ''}`);
        return { name, what: `${title} : ${keys.join(', ')}` };
      });
    case 'chains':
      return [...shared.chains].map(([name, { title }]) => ({ name, what: title }));
    case 'clocks':
      return [...shared.clocks].map(([name, { title }]) => ({ name, what: title }));
    case 'themes':
      return [...shared.themes.values()].map(({ theme, title }) => ({ name: theme, what: title }));
    case 'departments':
      return departments.map((row) => ({ name: row.department, what: departmentInWords(row) }));
    case 'remedies':
      return [...shared.remedies].map(([name, text]) => ({ name, what: firstSentence(text) }));
    case 'teams':
      return departments.flatMap((row) => row.teams.map((name) => ({ name, what: departmentInWords(row) })));
  }
}

/** « Voirie, Ville » */
export function departmentInWords({ name, organisation }: DepartmentRow): string {
  return `${name}, ${ORGANISATION_WORDS[organisation] ?? organisation}`;
}

/** One name a line, what it is beside it. */
export function namesInColumns(names: readonly KnownName[]): string {
  const width = Math.max(0, ...names.map(({ name }) => name.length));
  return names.map(({ name, what }) => `${name.padEnd(width)}  ${what}\n`).join('');
}

function firstSentence(text: string): string {
  return (/^[^.:]+/.exec(text.trim())?.[0] ?? '').replace(/\s+/g, ' ').trim();
}
