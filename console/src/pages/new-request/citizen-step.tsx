import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCitizen } from '../../api/citizens.js';
import { CitizenAlerts } from '../../components/citizen-alerts.js';
import type { ProcessSheetDto } from '../../api/schema/types.generated.js';
import { Stale } from '../../components/state/standing.js';
import { CitizenSearchBox } from './citizen-search-box.js';
import { citizenFormOf, NO_CITIZEN, type CitizenForm } from './request-form.js';
import { StepTitle, type StepProps } from './step.js';

/** ② Who: found, created while talking, or nobody. */
export function CitizenStep({
  prefix,
  form,
  onChange,
  onBlur,
  sheet,
}: StepProps & { readonly sheet: ProcessSheetDto | undefined }): ReactNode {
  const { citizen } = form;
  const set = (next: CitizenForm): void => {
    onChange({ citizen: next });
  };
  const choose = (next: CitizenForm): void => {
    set(next);
    // The field one was in is gone: a known person needs no more, a new one needs a name.
    const field = next.kind === 'new' ? (next.lastName === '' ? 'lastName' : 'firstName') : 'place';
    requestAnimationFrame(() => document.getElementById(`${prefix}-${field}`)?.focus());
  };
  return (
    <section className="pv-step" aria-labelledby={`${prefix}-step-who`} id={`${prefix}-citizen`}>
      <StepTitle id={`${prefix}-step-who`} rank={2} title="L’usager" />
      {citizen.kind === 'unset' ? (
        <CitizenSearchBox
          id={`${prefix}-who`}
          sheet={sheet}
          anonymous={sheet?.identity !== 'required'}
          onChoose={choose}
        />
      ) : (
        <Chosen prefix={prefix} citizen={citizen} onChange={set} onBlur={onBlur} />
      )}
    </section>
  );
}

type TextName = 'firstName' | 'lastName' | 'email' | 'phone' | 'street' | 'postalCode' | 'city';

interface ChosenProps {
  readonly prefix: string;
  readonly citizen: CitizenForm;
  readonly onChange: (citizen: CitizenForm) => void;
  readonly onBlur: () => void;
}

function Chosen({ prefix, citizen, onChange, onBlur }: ChosenProps): ReactNode {
  const other = (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => {
        onChange(NO_CITIZEN);
      }}
    >
      Changer de personne
    </Button>
  );
  if (citizen.kind === 'anonymous') {
    return <p>Demande anonyme : aucune réponse ne pourra être envoyée. {other}</p>;
  }
  const text = (name: TextName, label: string, type = 'text'): ReactNode => (
    <TextInput
      id={`${prefix}-${name}`}
      label={label}
      type={type}
      autoComplete="off"
      value={citizen[name]}
      onChange={(event) => {
        onChange({ ...citizen, [name]: event.currentTarget.value });
      }}
      onBlur={onBlur}
    />
  );
  return (
    <>
      <ChangedMeanwhile citizen={citizen} onChange={onChange} />
      <KnownWishes citizenId={citizen.known?.id} />
      <div className="pv-grid-2">
        {text('lastName', 'Nom d’usage')}
        {text('firstName', 'Prénom')}
        {text('phone', 'Téléphone', 'tel')}
        {text('email', 'Courriel', 'email')}
        {text('street', 'Numéro et rue')}
        {text('postalCode', 'Code postal')}
        {text('city', 'Commune')}
      </div>
      <p style={{ margin: '0.6rem 0 0' }}>{other}</p>
    </>
  );
}

/** What their sheet says of how to speak to them, while one speaks. */
function KnownWishes({ citizenId }: { readonly citizenId: string | undefined }): ReactNode {
  const { data } = useCitizen(citizenId);
  return data === undefined ? null : <CitizenAlerts citizen={data} />;
}

/** A colleague corrected the sheet while this request was being taken down. */
function ChangedMeanwhile({ citizen, onChange }: Pick<ChosenProps, 'citizen' | 'onChange'>): ReactNode {
  const { data } = useCitizen(citizen.known?.id);
  if (data === undefined || citizen.known === undefined || data.version === citizen.known.version) return null;
  return (
    <Stale
      text="La fiche de cet usager a été modifiée entre-temps."
      onRefresh={() => {
        onChange(citizenFormOf(data));
      }}
    />
  );
}
