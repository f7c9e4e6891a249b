import { Combobox, TextInput, useCombobox } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useSearchParams } from 'react-router';
import { Icon } from '../../components/icon.js';
import { typeset } from '../../text/format.js';
import { labelOf } from './search-chips.js';
import { operatorAtEnd, optionsFor, type Operator } from '../../../../domain/text/search-operators.js';
import { useRecentSearches } from './recent-searches.js';
import type { TypedSearchState } from './use-typed-search.js';

interface SearchFieldProps {
  readonly operators: readonly Operator[];
  readonly field: RefObject<HTMLInputElement | null>;
  readonly search: TypedSearchState;
}

const FORGET = 'forget';

/** What is typed reaches the address when the person pauses; an operator, when it is chosen or Enter is pressed. */
export function SearchField({ operators, field, search }: SearchFieldProps): ReactNode {
  const { text, type, settle, unknown } = search;
  const [, setParams] = useSearchParams();
  const recent = useRecentSearches();
  const ended = operatorAtEnd(text, operators);
  const options = ended === undefined ? [] : optionsFor(ended.operator, ended.typed);
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
    },
  });
  const choose = (value: string): void => {
    if (ended !== undefined) {
      settle(`${ended.before} ${ended.operator.word}:${options.find((one) => one.value === value)?.label ?? ''}`);
      box.resetSelectedOption();
      return;
    }
    box.closeDropdown();
    if (value === FORGET) recent.clear();
    else setParams(new URLSearchParams(value));
  };
  const done = (): void => {
    const query = settle(text);
    if (labelOf(new URLSearchParams(query), operators) !== '') recent.keep(query);
  };
  return (
    <Combobox store={box} onOptionSubmit={choose}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={field}
          className="pv-grow"
          data-list-search
          role="combobox"
          label="Chercher"
          error={unknown.length === 0 ? undefined : typeset(`Rien ne s’appelle ainsi : ${unknown.join(', ')}`)}
          leftSection={<Icon name="search" size={16} />}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            type(event.currentTarget.value);
            box.openDropdown();
            // While a value is typed, Enter takes the first that it may be.
            if (operatorAtEnd(event.currentTarget.value, operators) === undefined) box.resetSelectedOption();
            else box.selectFirstOption();
          }}
          onFocus={() => {
            box.openDropdown();
          }}
          onClick={() => {
            box.openDropdown();
          }}
          onBlur={() => {
            box.closeDropdown();
            done();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && box.getSelectedOptionIndex() === -1) done();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={ended === undefined && text !== ''} className="pv-no-print">
        <Combobox.Options
          aria-label={ended?.operator.word ?? 'Recherches récentes'}
          mah={320}
          style={{ overflowY: 'auto' }}
        >
          {ended === undefined
            ? recentOptions(recent.all, operators)
            : options.map(({ value, label }) => (
                <Combobox.Option key={value} value={value}>
                  {label}
                </Combobox.Option>
              ))}
          {ended !== undefined && options.length === 0 ? <Combobox.Empty>Rien de ce nom.</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function recentOptions(recent: readonly string[], operators: readonly Operator[]): ReactNode {
  if (recent.length === 0) return <Combobox.Empty>Aucune recherche récente sur ce poste.</Combobox.Empty>;
  return (
    <>
      <Combobox.Group label="Recherches récentes">
        {recent.map((query) => (
          <Combobox.Option key={query} value={query}>
            {labelOf(new URLSearchParams(query), operators)}
          </Combobox.Option>
        ))}
      </Combobox.Group>
      <Combobox.Option value={FORGET}>Effacer les recherches récentes</Combobox.Option>
    </>
  );
}
