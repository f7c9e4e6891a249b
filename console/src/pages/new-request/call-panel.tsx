import type { ReactNode } from 'react';
import { useCalls } from './calls.js';

export function CallPanel(): ReactNode {
  const { active } = useCalls();
  if (active === undefined) return null;
  return <section aria-label="Nouvelle demande" className="pv-call" />;
}
