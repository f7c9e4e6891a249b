import type { ReactNode } from 'react';
import type { CaseListItemDto } from '../../api/cases.js';
import { typeset } from '../../text/format.js';

/** Number, citizen and place of a case, marked where they are what was looked for. */
export function FoundNames({ caseNumber, citizenName, found }: CaseListItemDto): ReactNode {
  const by = found?.by ?? [];
  return (
    <span className="pv-row-sub">
      <Marked text={caseNumber} marked={by.includes('number')} />
      {citizenName === undefined ? null : (
        <>
          {' · '}
          <Marked text={citizenName} marked={by.includes('name')} />
        </>
      )}
      {by.includes('phone') ? (
        <>
          {' '}
          · <mark>son téléphone</mark>
        </>
      ) : null}
      {found?.place === undefined ? null : (
        <>
          {' · '}
          <mark>{found.place}</mark>
        </>
      )}
    </span>
  );
}

/** What the citizen wrote, around the words looked for. */
export function FoundWords({ found }: Pick<CaseListItemDto, 'found'>): ReactNode {
  if (found === undefined || found.excerpt.length === 0) return null;
  return (
    <span className="pv-row-sub pv-found-words pv-two-lines">
      {'… '}
      {found.excerpt.map(({ text, marked }, index) => (
        <Marked key={index} text={typeset(text)} marked={marked} />
      ))}
      {' …'}
    </span>
  );
}

function Marked({ text, marked }: { readonly text: string; readonly marked: boolean }): ReactNode {
  return marked ? <mark>{text}</mark> : text;
}
