import type { KeyboardEvent } from 'react';

/** Ctrl+Enter, ⌘+Enter on a Mac: from any field of a form, what its one button does. */
export function onSubmitKey(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  submit();
}
