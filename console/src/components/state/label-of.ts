/** What a field is called on the screen, without the mark of what must be filled in; nothing where it has no name. */
export function labelOf(field: HTMLElement): string {
  const labels = 'labels' in field ? (field.labels as NodeListOf<HTMLElement> | null) : null;
  const named = field.getAttribute('aria-label') ?? textOf(field.getAttribute('aria-labelledby'));
  const group = field.closest('fieldset')?.querySelector('legend')?.textContent;
  const text = labels?.[0]?.textContent ?? named ?? group ?? '';
  return text.replace(/\s*\*\s*$/, '').trim();
}

function textOf(ids: string | null): string | undefined {
  return ids === null ? undefined : (document.getElementById(ids.split(' ')[0] ?? '')?.textContent ?? undefined);
}
