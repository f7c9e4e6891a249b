import { CloseButton, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useChangeParams } from '../../shell/peek.js';
import { typeset } from '../../text/format.js';
import type { Operator } from '../../../../domain/text/search-operators.js';
import { valueWords } from './use-operators.js';
import './search-chips.css';

interface SearchChipsProps {
  readonly operators: readonly Operator[];
  /** Begins an operator in the search field. */
  readonly onBegin: (operator: Operator) => void;
}

/** What narrows the list, each to be taken off; and what could. */
export function SearchChips({ operators, onBegin }: SearchChipsProps): ReactNode {
  const [params] = useSearchParams();
  const changeParams = useChangeParams();
  return (
    <ul className="pv-search-chips" aria-label="Opérateurs de la recherche">
      {operators.map((operator) => {
        const value = params.get(operator.name);
        if (value === null)
          return (
            <li key={operator.name}>
              <UnstyledButton
                className="pv-search-offer"
                data-filter
                aria-label={typeset(`Restreindre par ${operator.word}`)}
                onClick={() => {
                  onBegin(operator);
                }}
              >
                {operator.name === 'due' ? `${operator.word}:<3j` : `${operator.word}:`}
              </UnstyledButton>
            </li>
          );
        const words = chipWords(operator, value);
        return (
          <li key={operator.name} className="pv-search-chip">
            {words}
            <CloseButton
              size="sm"
              data-filter
              aria-label={typeset(`Retirer ${words}`)}
              onClick={() => {
                changeParams({ [operator.name]: undefined, apercu: undefined }, { replace: true });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

function chipWords(operator: Operator, value: string): string {
  return typeset(`${operator.word} : ${valueWords(operator, value)}`);
}

/** A search in words: what was typed, then what narrows it. */
export function labelOf(params: URLSearchParams, operators: readonly Operator[]): string {
  const q = params.get('q') ?? '';
  const others = operators.flatMap((operator) => {
    const value = params.get(operator.name);
    return value === null ? [] : [chipWords(operator, value)];
  });
  return [...(q === '' ? [] : [q]), ...others].join(' · ');
}
