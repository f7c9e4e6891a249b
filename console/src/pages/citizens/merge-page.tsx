import { Anchor, Button, Radio } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CITIZEN_FIELD_WORDS, type CitizenField } from '../../../../domain/text/citizen-words.js';
import { citizenName, mergeCitizens, useCitizen, type CitizenDto } from '../../api/citizens.js';
import { CardTable } from '../../components/card-table.js';
import { Confirm } from '../../components/confirm.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Stale } from '../../components/state/standing.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { sayDone } from '../../shell/toasts.js';
import { count, typeset } from '../../text/format.js';
import { fieldInFrench, sameField } from './citizen-values.js';

const FIELDS = Object.keys(CITIZEN_FIELD_WORDS) as readonly CitizenField[];

/** Two sheets side by side: which is kept, and of each field whose value. */
export function MergePage(): ReactNode {
  const { citizenId = '', otherId = '' } = useParams();
  const one = useCitizen(citizenId);
  const two = useCitizen(otherId);
  useTitle('Fusionner deux fiches');
  const failed = one.error ?? two.error;
  const refetch = (): void => {
    void one.refetch();
    void two.refetch();
  };
  return (
    <>
      <PageHead
        title="Fusionner deux fiches"
        lead="Les demandes suivent la fiche gardée. Rien n’est effacé, et la fusion s’annule pendant trente jours."
      />
      {failed === null ? null : <Failure error={failed} onRetry={refetch} />}
      {failed === null && (one.data === undefined || two.data === undefined) ? (
        <Loading what="des deux fiches" />
      ) : null}
      {one.data === undefined || two.data === undefined ? null : (
        <Compared key={`${citizenId} ${otherId}`} kept={one.data} other={two.data} onRefresh={refetch} />
      )}
    </>
  );
}

interface ComparedProps {
  readonly kept: CitizenDto;
  readonly other: CitizenDto;
  readonly onRefresh: () => void;
}

function Compared({ kept, other, onRefresh }: ComparedProps): ReactNode {
  // What the kept sheet does not know is taken from the other unless one chooses otherwise.
  const differing = FIELDS.filter((field) => !sameField(field, kept, other));
  const form = useFormDraft<{ readonly taken: readonly CitizenField[] }>(
    `merge:${kept.id}:${other.id}`,
    'Fusion de deux fiches',
    { taken: differing.filter((field) => fieldInFrench(field, kept) === '') },
  );
  const { taken } = form.value;
  const [asked, setAsked] = useState(false);
  const navigate = useNavigate();
  const merge = async (): Promise<void> => {
    const body = { mergedId: other.id, mergedVersion: other.version, taken: [...taken] };
    const content = { ...body, version: kept.version };
    const done = await form.submit(() => form.once(content, (key) => mergeCitizens(kept, body, key)));
    setAsked(false);
    if (!done) return;
    sayDone('Les deux fiches n’en font plus qu’une.');
    await navigate(`/usagers/${kept.id}`);
  };
  const { problem } = form;
  return (
    <>
      {problem?.status === 412 ? (
        <Stale text="Un collègue a corrigé l’une des deux fiches : comparez-les de nouveau." onRefresh={onRefresh} />
      ) : null}
      {problem === undefined || problem.status === 412 ? null : <Failure error={problem} />}
      <Fields
        {...{ kept, other, differing, taken }}
        onTake={(next) => {
          form.change({ taken: next });
        }}
      />
      <div className="pv-form-actions">
        <Button
          onClick={() => {
            setAsked(true);
          }}
        >
          Fusionner ces deux fiches
        </Button>
        <Anchor component={Link} to={`/usagers/${other.id}/fusion/${kept.id}`}>
          Garder plutôt l’autre fiche
        </Anchor>
        <Anchor component={Link} to={`/usagers/${kept.id}`}>
          Ne pas fusionner
        </Anchor>
      </div>
      <Confirm
        opened={asked}
        title={`Garder la fiche de ${citizenName(kept)}`}
        consequence={`${count(other.cases, 'demande passe', 'demandes passent')} sur la fiche gardée. L’autre fiche y renverra. Cela peut s’annuler pendant trente jours.`}
        confirmLabel="Fusionner"
        loading={form.busy}
        onConfirm={() => void merge()}
        onClose={() => {
          setAsked(false);
        }}
      />
    </>
  );
}

interface FieldsProps {
  readonly kept: CitizenDto;
  readonly other: CitizenDto;
  readonly differing: readonly CitizenField[];
  readonly taken: readonly CitizenField[];
  readonly onTake: (taken: readonly CitizenField[]) => void;
}

function Fields({ kept, other, differing, taken, onTake }: FieldsProps): ReactNode {
  const side = (citizen: CitizenDto, of: 'kept' | 'other') => (field: CitizenField) => (
    <FieldSide
      field={field}
      citizen={citizen}
      chosen={differing.includes(field) ? taken.includes(field) === (of === 'other') : undefined}
      onChoose={() => {
        onTake([...taken.filter((one) => one !== field), ...(of === 'other' ? [field] : [])]);
      }}
    />
  );
  return (
    <CardTable
      label="Les deux fiches, champ par champ"
      rows={FIELDS}
      keyOf={(field) => field}
      columns={[
        { title: 'Champ', cell: (field) => CITIZEN_FIELD_WORDS[field] },
        { title: `Fiche gardée (${count(kept.cases, 'demande')})`, cell: side(kept, 'kept') },
        { title: `Fiche fusionnée (${count(other.cases, 'demande')})`, cell: side(other, 'other') },
      ]}
    />
  );
}

interface FieldSideProps {
  readonly field: CitizenField;
  readonly citizen: CitizenDto;
  /** Absent where both say the same. */
  readonly chosen: boolean | undefined;
  readonly onChoose: () => void;
}

/** What one sheet says of a field, to be chosen where the other says something else. */
function FieldSide({ field, citizen, chosen, onChoose }: FieldSideProps): ReactNode {
  const value = fieldInFrench(field, citizen);
  if (chosen === undefined) return typeset(value === '' ? '—' : value);
  return <Radio name={`merge-${field}`} label={value === '' ? 'Rien' : value} checked={chosen} onChange={onChoose} />;
}
