import type { ChainRole } from '../people/role.js';

/**
 * Who a case goes to, found by the API (which knows the directory) when the case opens, is qualified or is reassigned,
 * and carried by the case from then on. It names the holders of offices; who replaces them on a given day is resolved
 * when a list is read and never changes the route.
 */
export interface Route {
  readonly organisation: string;
  readonly department: string;
  readonly team: string;
  /** The referent for this team and neighbourhood; absent where the team takes its work from a common inbox. */
  readonly holder?: string;
  readonly quartier?: string;
  /** Head of the department: reminders that were not heard, escalations. */
  readonly head?: string;
  /** The person for each office a chain may ask. */
  readonly validators: Readonly<Partial<Record<ChainRole, string>>>;
  /** Person → the superior who takes the place of one who wrote the answer. */
  readonly superiors: Readonly<Record<string, string>>;
}
