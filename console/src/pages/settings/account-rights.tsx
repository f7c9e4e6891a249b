import type { ReactNode } from 'react';
import { ACTIONS } from '../../../../domain/people/action.js';
import { REACH } from '../../../../domain/people/permission-table.js';
import type { Role } from '../../../../domain/people/role.js';
import { ACTION_WORDS, REACH_WORDS } from '../../../../domain/text/action-words.js';
import type { AccountDto } from '../../api/settings.js';
import { capital, typeset, uncapital } from '../../text/format.js';
import { reachKey, useReaches } from './reaches.js';

/** What a person sees and may do, role by role, in the words of the one permission table. Nobody signs in as another. */
export function AccountRights({ account: { roles } }: { readonly account: AccountDto }): ReactNode {
  const places = new Map(useReaches().flatMap(({ items }) => items.map(({ value, label }) => [value, label])));
  return (
    <details>
      <summary>Ce que cette personne voit et peut faire</summary>
      {roles.length === 0 ? <p>Aucun rôle : cette personne ne peut pas se connecter.</p> : null}
      {roles.map(({ role, words, ...reach }) => (
        <section key={`${role} ${reachKey(reach)}`}>
          <h3>{typeset(`${capital(words)} (${places.get(reachKey(reach)) ?? reach.organisation})`)}</h3>
          <ul>
            {rightsOf(role).map(({ how, actions }) => (
              <li key={how}>{typeset(`${how} : ${actions.join(', ')}.`)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p className="pv-row-sub">
        Pour une demande précise, « Pourquoi cette personne voit cette demande ? » dit quelle ligne s’applique.
      </p>
    </details>
  );
}

/** What a role may do, gathered under how far it may; a reach that shows no case is said as it is. */
function rightsOf(role: Role): readonly { readonly how: string; readonly actions: readonly string[] }[] {
  const gathered = new Map<string, string[]>();
  for (const action of ACTIONS) {
    const reaches = REACH[action][role] ?? [];
    if (reaches.length === 0) continue;
    const how = reaches.map((reach, index) => (index === 0 ? REACH_WORDS[reach] : uncapital(REACH_WORDS[reach]))).join(', ou '); // prettier-ignore
    gathered.set(how, [...(gathered.get(how) ?? []), ACTION_WORDS[action]]);
  }
  return [...gathered].map(([how, actions]) => ({ how, actions }));
}
