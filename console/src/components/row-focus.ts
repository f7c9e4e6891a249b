import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { viewKey } from '../shell/peek.js';

/** Coming back to a list finds the row one left it by. */
export function useFocusBack(body: { readonly current: HTMLElement | null }): void {
  const location = useLocation();
  const how = useNavigationType();
  const key = viewKey(location);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    const id = how === NavigationType.Pop ? sessionStorage.getItem(`parvis.row ${key}`) : null;
    if (id !== null) linkOf(body.current, id)?.focus({ preventScroll: true });
  }, [body, how, key]);
}

export function remember(location: { readonly pathname: string; readonly search: string }, id: string): void {
  sessionStorage.setItem(`parvis.row ${viewKey(location)}`, id);
}

function linkOf(within: HTMLElement | null, id: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] .pv-row-link`) ?? null;
}

/** Puts the focus back on the row whose content was open beside the list. */
export function focusOpenRow(): void {
  document.querySelector<HTMLElement>('[data-open="true"] .pv-row-link')?.focus();
}
