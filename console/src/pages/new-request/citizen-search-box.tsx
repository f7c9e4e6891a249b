import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { citizenName, useCitizenSearch, type CitizenDto } from '../../api/citizens.js';
import type { ProcessSheetDto } from '../../api/schema/types.generated.js';
import { areHomonyms, citizenFacts } from '../../text/citizen-facts.js';
import { count, typeset } from '../../text/format.js';
import { citizenFormOf, NO_CITIZEN, type CitizenForm } from './request-form.js';

interface CitizenSearchBoxProps {
  readonly id: string;
  readonly sheet: ProcessSheetDto | undefined;
  readonly anonymous: boolean;
  readonly onChoose: (citizen: CitizenForm) => void;
}

const NEW = 'new';
const NOBODY = 'nobody';

/** Name, telephone or mail; homonyms are told apart by address, telephone and number of requests. */
export function CitizenSearchBox({ id, sheet, anonymous, onChoose }: CitizenSearchBoxProps): ReactNode {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 180);
  const { data, isFetching } = useCitizenSearch({ q: asked });
  const found = asked.trim().length >= 2 ? onePerPerson(data?.items ?? [], sheet) : [];
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
    },
  });
  const choose = (value: string): void => {
    const known = found.find((one) => one.id === value);
    box.closeDropdown();
    if (known !== undefined) onChoose(citizenFormOf(known));
    else onChoose(value === NOBODY ? { ...NO_CITIZEN, kind: 'anonymous' } : typedAs(text));
  };
  return (
    <Combobox store={box} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          id={id}
          label="Nom, téléphone ou courriel"
          description="Cherchez, ou tapez pour créer."
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={() => {
            box.openDropdown();
          }}
          onBlur={() => {
            box.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label="Usagers trouvés" mah={320} style={{ overflowY: 'auto' }}>
          {found.map((citizen) => (
            <Combobox.Option key={citizen.id} value={citizen.id}>
              <CitizenLine citizen={citizen} homonym={found.some((one) => areHomonyms(one, citizen))} />
            </Combobox.Option>
          ))}
          {text.trim() === '' ? null : (
            <Combobox.Option value={NEW}>{typeset(`Créer « ${text.trim()} »`)}</Combobox.Option>
          )}
          {anonymous ? <Combobox.Option value={NOBODY}>Demande anonyme</Combobox.Option> : null}
        </Combobox.Options>
        <Combobox.Footer>
          <span className="pv-row-sub" role="status">
            {isFetching ? 'Recherche…' : count(found.length, 'usager trouvé', 'usagers trouvés')}
          </span>
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function CitizenLine({ citizen, homonym }: { readonly citizen: CitizenDto; readonly homonym: boolean }): ReactNode {
  return (
    <>
      {citizenName(citizen)} {homonym ? <span className="pv-tag">homonyme</span> : null}
      <span className="pv-row-sub">{citizenFacts(citizen)}</span>
    </>
  );
}

/** Sectors keep their own sheets: of the same person, the one of this process's sector, else the latest. */
function onePerPerson(found: readonly CitizenDto[], sheet: ProcessSheetDto | undefined): readonly CitizenDto[] {
  const here = (citizen: CitizenDto): boolean =>
    citizen.sector === sheet?.sector && citizen.organisation === sheet.organisation.id;
  const best = new Map<string, CitizenDto>();
  for (const citizen of found) {
    const { email = '', phone: number = '', address } = citizen;
    const person = [citizenName(citizen), email === '' ? number : email, address?.lines[0]].join('|').toLowerCase();
    const known = best.get(person);
    if (known === undefined || (here(citizen) && !here(known))) best.set(person, citizen);
  }
  return [...best.values()];
}

/** What was typed goes to where it belongs. */
function typedAs(given: string): CitizenForm {
  const text = given.trim();
  const fresh: CitizenForm = { ...NO_CITIZEN, kind: 'new' };
  if (text.includes('@')) return { ...fresh, email: text };
  if (/^[+\d][\d .]{5,}$/.test(text)) return { ...fresh, phone: text };
  const [lastName = '', ...first] = text.split(/\s+/);
  return { ...fresh, lastName, firstName: first.join(' ') };
}
