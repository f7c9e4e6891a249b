import { useEffect } from 'react';

/** « D-2026-00412 — Demande — Parvis ». */
export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined && part !== ''), 'Parvis'].join(' — ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
