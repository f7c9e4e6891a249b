import { dayOf, plainDate, typeset } from './format.js';

interface Process {
  readonly department: { readonly name: string };
  readonly theme: { readonly name: string };
  readonly version: number;
  readonly publishedAt: string;
}

/** The line under the title of a process; a theme often bears the name of its department: once is enough. */
export function processLead({ department, theme, version, publishedAt }: Process): string {
  const names = [...new Set([department.name, theme.name])];
  return typeset([...names, `version ${String(version)} du ${plainDate(dayOf(publishedAt))}`].join(' · '));
}
