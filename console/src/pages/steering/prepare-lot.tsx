import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { prepareLot, type NewLotDto } from '../../api/steering.js';
import { DepartmentChoice } from '../case/acts/directory-fields.js';
import { Failure } from '../../components/state/failure.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { AwayNotice } from '../../components/away-notice.js';
import { PersonSelect } from '../../components/person-select.js';

type Kind = 'remind' | 'reassign';

/** Freezes what is selected as a lot; nothing is done before its list has been seen. */
export function PrepareLot({
  target,
  disabled,
}: {
  readonly target: Pick<NewLotDto, 'caseIds' | 'filter' | 'search'>;
  readonly disabled: boolean;
}): ReactNode {
  const [kind, setKind] = useState<Kind>();
  return (
    <>
      <Button
        disabled={disabled}
        onClick={() => {
          setKind('remind');
        }}
      >
        Relancer
      </Button>
      <Button
        variant="default"
        disabled={disabled}
        onClick={() => {
          setKind('reassign');
        }}
      >
        Réattribuer
      </Button>
      <Modal
        opened={kind !== undefined}
        onClose={() => {
          setKind(undefined);
        }}
        title={kind === 'reassign' ? 'Réattribuer ces demandes' : 'Relancer ces demandes'}
      >
        {kind === undefined ? null : <LotForm kind={kind} target={target} />}
      </Modal>
    </>
  );
}

const EMPTY = { text: '', holder: '', department: '' };

function LotForm({
  kind,
  target,
}: {
  readonly kind: Kind;
  readonly target: Pick<NewLotDto, 'caseIds' | 'filter' | 'search'>;
}): ReactNode {
  const form = useFormDraft(`lot:${kind}`, kind === 'remind' ? 'Relance groupée' : 'Réattribution groupée', EMPTY);
  const { text, holder, department } = form.value;
  const navigate = useNavigate();
  const prepare = (): Promise<boolean> =>
    form.submit(async () => {
      const lot = { ...target, ...whatOf(kind, { text: text.trim(), holder, department }) };
      const { id } = await form.once(lot, (key) => prepareLot(lot, key));
      await navigate(`/pilotage/lots/${id}`);
    });
  return (
    <form
      className="pv-form"
      onSubmit={(event) => {
        event.preventDefault();
        void prepare();
      }}
    >
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      {kind === 'reassign' ? (
        <>
          <PersonSelect
            id="lot-holder"
            label="À qui"
            description="Ou seulement un service : la personne est alors choisie selon ses règles."
            holding="referent"
            value={holder === '' ? undefined : holder}
            onChange={(next) => {
              form.change({ holder: next ?? '' });
            }}
          />
          {holder === '' ? null : <AwayNotice personId={holder} />}
          <DepartmentChoice
            id="lot"
            label="Service"
            value={department === '' ? undefined : department}
            onChange={(next) => {
              form.change({ department: next ?? '' });
            }}
          />
        </>
      ) : (
        <p>
          Chaque personne qui tient une de ces demandes reçoit un courriel, et une note garde la trace de la relance.
        </p>
      )}
      <Textarea
        label={kind === 'remind' ? 'Un mot pour elles (facultatif)' : 'Motif (facultatif)'}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        onChange={(event) => {
          form.change({ text: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      <Group mt="md" justify="flex-end">
        <Button type="submit" loading={form.busy} disabled={kind === 'reassign' && holder === '' && department === ''}>
          Voir la liste avant de lancer
        </Button>
      </Group>
    </form>
  );
}

function whatOf(
  kind: Kind,
  { text, holder, department }: typeof EMPTY,
): Pick<NewLotDto, 'kind' | 'message' | 'reassign'> {
  if (kind === 'remind') return { kind, ...(text === '' ? {} : { message: text }) };
  return {
    kind,
    reassign: {
      ...(holder === '' ? {} : { holder }),
      ...(department === '' ? {} : { department }),
      ...(text === '' ? {} : { reason: text }),
    },
  };
}
