import { useRef, type ReactNode } from 'react';
import { useShortcuts } from '../shell/keyboard.js';

/** The filters of a list: F goes to the first of them, as / goes to its search field. */
export function FilterBar({ children }: { readonly children: ReactNode }): ReactNode {
  const bar = useRef<HTMLElement>(null);
  const first = (): void => {
    const controls = [...(bar.current?.querySelectorAll<HTMLElement>('input:not([type="hidden"]), select') ?? [])];
    const chip = bar.current?.querySelector<HTMLElement>('[data-filter]');
    (chip ?? controls.find((control) => !control.matches('[data-list-search]')) ?? controls[0])?.focus();
  };
  useShortcuts('Dans la liste', { f: { label: 'Aller aux filtres', act: first } });
  return (
    <search className="pv-filters pv-no-print" ref={bar}>
      {children}
    </search>
  );
}
