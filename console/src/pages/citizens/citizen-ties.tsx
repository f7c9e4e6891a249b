import { Anchor, Button, NativeSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { TIE_KINDS, type TieKind } from '../../../../domain/request/citizen-preferences.js';
import { TIE_WORDS } from '../../../../domain/text/citizen-words.js';
import {
  citizenName,
  tieCitizens,
  untieCitizens,
  useTies,
  type CitizenDto,
  type CitizenTieDto,
} from '../../api/citizens.js';
import { FoldedForm } from '../../components/folded-form.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone, told } from '../../shell/toasts.js';
import { CitizenPicker } from './citizen-picker.js';

interface CitizenTiesProps {
  readonly citizen: CitizenDto;
  readonly mayEdit: boolean;
}

/** The people of a household, those who speak for an association. */
export function CitizenTies({ citizen, mayEdit }: CitizenTiesProps): ReactNode {
  const { data, isError, refetch } = useTies(citizen.id);
  if (isError) return <Partial what="Les fiches liées" onRetry={() => void refetch()} />;
  if (data === undefined || (data.length === 0 && !mayEdit)) return null;
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-ties">
      <h2 id="pv-ties">Foyer et associations</h2>
      {data.length === 0 ? <p>Aucune autre fiche n’est liée à celle-ci.</p> : null}
      <ul className="pv-plain-list">
        {data.map((tie) => (
          <Tie key={tie.id} citizen={citizen} tie={tie} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit ? <NewTie citizen={citizen} /> : null}
    </section>
  );
}

function Tie({ citizen, tie, mayEdit }: CitizenTiesProps & { readonly tie: CitizenTieDto }): ReactNode {
  const [busy, setBusy] = useState(false);
  const untie = async (): Promise<void> => {
    setBusy(true);
    await told(untieCitizens(citizen.id, tie.id), 'Le lien est retiré.');
    setBusy(false);
  };
  return (
    <li>
      <Anchor component={Link} to={`/usagers/${tie.otherId}`}>
        {citizenName(tie)}
      </Anchor>
      <span className="pv-row-sub">{tie.words}</span>
      {mayEdit ? (
        <Button
          className="pv-no-print"
          size="compact-sm"
          variant="default"
          loading={busy}
          aria-label={`Retirer le lien avec ${citizenName(tie)}`}
          onClick={() => void untie()}
        >
          Retirer
        </Button>
      ) : null}
    </li>
  );
}

interface TieValues {
  readonly otherId: string | null;
  readonly kind: TieKind;
}

const NO_TIE: TieValues = { otherId: null, kind: 'household' };

function NewTie({ citizen }: { readonly citizen: CitizenDto }): ReactNode {
  const key = `tie:${citizen.id}`;
  return (
    <FoldedForm draftKey={key} summary="Lier une autre fiche">
      {(close) => <TieForm citizen={citizen} draftKey={key} onDone={close} />}
    </FoldedForm>
  );
}

interface TieFormProps {
  readonly citizen: CitizenDto;
  readonly draftKey: string;
  readonly onDone: () => void;
}

function TieForm({ citizen, draftKey, onDone }: TieFormProps): ReactNode {
  const form = useFormDraft(draftKey, 'Lien entre deux fiches', NO_TIE);
  const { otherId, kind } = form.value;
  const add = async (): Promise<void> => {
    if (otherId === null) return;
    const body = { otherId, kind };
    if (!(await form.submit(() => form.once(body, (key) => tieCitizens(citizen.id, body, key))))) return;
    sayDone('Les deux fiches sont liées.');
    onDone();
  };
  return (
    <>
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <div className="pv-grid-2">
        <CitizenPicker
          label="Autre fiche"
          of={citizen}
          value={otherId}
          onChange={(next) => {
            form.change({ otherId: next });
          }}
        />
        <NativeSelect
          label="Lien"
          data={TIE_KINDS.map((value) => ({ value, label: TIE_WORDS[value] }))}
          value={kind}
          onChange={(event) => {
            form.change({ kind: event.currentTarget.value as TieKind });
          }}
        />
      </div>
      <Button mt="sm" variant="default" disabled={otherId === null} loading={form.busy} onClick={() => void add()}>
        Lier ces deux fiches
      </Button>
    </>
  );
}
