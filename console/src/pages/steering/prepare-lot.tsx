import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useIntention } from '../../api/intention.js';
import { prepareLot, type NewLotDto } from '../../api/steering.js';
import { PersonSelect } from '../../components/person-select.js';
import { sayFailed } from '../../shell/toasts.js';

type Kind = 'remind' | 'reassign';

/** Freezes what is selected as a lot; nothing is done before its list has been seen. */
export function PrepareLot({
  target,
  disabled,
}: {
  readonly target: Pick<NewLotDto, 'caseIds' | 'filter'>;
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

function LotForm({
  kind,
  target,
}: {
  readonly kind: Kind;
  readonly target: Pick<NewLotDto, 'caseIds' | 'filter'>;
}): ReactNode {
  const [text, setText] = useState('');
  const [holder, setHolder] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keyOf = useIntention();
  const navigate = useNavigate();
  const prepare = async (): Promise<void> => {
    const said = text.trim();
    const lot: NewLotDto =
      kind === 'remind'
        ? { kind, ...target, ...(said === '' ? {} : { message: said }) }
        : {
            kind,
            ...target,
            reassign: { ...(holder === null ? {} : { holder }), ...(said === '' ? {} : { reason: said }) },
          };
    setBusy(true);
    try {
      const { id } = await prepareLot(lot, keyOf(lot));
      await navigate(`/pilotage/lots/${id}`);
    } catch (error) {
      sayFailed(error);
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void prepare();
      }}
    >
      {kind === 'reassign' ? (
        <PersonSelect
          id="lot-holder"
          label="À qui"
          required
          holding="referent"
          value={holder ?? undefined}
          onChange={(next) => {
            setHolder(next ?? null);
          }}
        />
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
          setText(event.currentTarget.value);
        }}
      />
      <Group mt="md" justify="flex-end">
        <Button type="submit" loading={busy} disabled={kind === 'reassign' && holder === null}>
          Voir la liste avant de lancer
        </Button>
      </Group>
    </form>
  );
}
