import { Button, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem } from '../../api/problem.js';
import { useWhy, type AccountDto } from '../../api/settings.js';
import { Notice } from '../../components/state/notice.js';
import { typeset } from '../../text/format.js';

/** Asked by the administrator: what lets a person see a case, role by role, or why nothing does. */
export function WhyVisible({ accounts }: { readonly accounts: readonly AccountDto[] }): ReactNode {
  const [caseNumber, setCaseNumber] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [asked, setAsked] = useState({ caseNumber: '', person: '' });
  const why = useWhy(asked.caseNumber, asked.person);
  return (
    <section className="pv-card pv-card-body">
      <h2>Pourquoi cette personne voit cette demande ?</h2>
      <form
        className="pv-filters"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ caseNumber: caseNumber.trim(), person: person ?? '' });
        }}
      >
        <TextInput
          label="Numéro de la demande"
          placeholder="D-2026-00412"
          value={caseNumber}
          onChange={(event) => {
            setCaseNumber(event.currentTarget.value);
          }}
        />
        <Select
          className="pv-grow"
          label="Personne"
          searchable
          limit={50}
          data={accounts
            .filter(({ active }) => active)
            .map((one) => ({ value: one.id, label: `${one.firstName} ${one.lastName}, ${one.functionTitle}` }))}
          value={person}
          onChange={setPerson}
        />
        <Button type="submit" variant="default" disabled={caseNumber.trim() === '' || person === null}>
          Expliquer
        </Button>
      </form>
      {why.error === null ? null : <Notice tone="soon" role="alert" title={asProblem(why.error).message} />}
      {why.data === undefined ? null : (
        <div role="status">
          <p className="pv-lead-sentence">{why.data.sentence}</p>
          <ul>
            {why.data.reasons.map(({ role, perimeter, words, holds }) => (
              <li key={`${role} ${perimeter} ${words}`}>
                {typeset(
                  `${holds ? '✓' : '✕'} ${role}, ${perimeter} : ${words}${holds ? '' : ' (ne s’applique pas ici)'}`,
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
