import { departmentInWords, sharedNames } from '../../src/catalog/known-names.js';
import { nameAdvice } from '../../src/catalog/nearest-name.js';
import type { DepartmentRow, SharedFiles } from '../../src/catalog/read-shared-parts.js';
import { wordsOf } from './text-pieces.js';

/** What to write for a department that does not exist: those whose name speaks of it, else those spelt nearly so. */
export function departmentAdvice(asked: string, shared: SharedFiles): string {
  const speaking = departmentsLike(asked, shared);
  if (speaking.length === 0) return nameAdvice(asked, sharedNames('departments', shared), 'departments');
  const said = speaking.map((row) => `« ${row.department} » (${departmentInWords(row)})`).join(' ou ');
  return `écrire ${said} ; les voir tous : npm run catalog:show -- --list departments`;
}

/** The one department whose name has a word of what was typed; undefined where none has, or several. */
export function departmentNamed(typed: string, shared: SharedFiles): DepartmentRow | undefined {
  const [only, another] = departmentsLike(typed, shared);
  return another === undefined ? only : undefined;
}

function departmentsLike(asked: string, { departments }: SharedFiles): readonly DepartmentRow[] {
  const words = wordsOf(asked).filter((word) => word.length > 3);
  return [...departments.values()].filter(({ name }) =>
    words.some((word) => wordsOf(name).some((own) => own.startsWith(word.replace(/s$/, '')))),
  );
}
