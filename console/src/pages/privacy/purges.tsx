import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { approvePurge, preparePurge, usePurge, usePurges, type PurgeDto } from '../../api/privacy.js';
import { FoldedForm } from '../../components/folded-form.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone, told } from '../../shell/toasts.js';
import { count, moment, plainDate, typeset } from '../../text/format.js';

/** Lists of what goes: drawn up first, approved under the visa of the archives, then carried out. */
export function Purges(): ReactNode {
  const { data, isError, refetch } = usePurges();
  const [busy, setBusy] = useState(false);
  const prepare = async (): Promise<void> => {
    setBusy(true);
    await told(preparePurge(), 'La liste est dressée : rien n’est effacé.');
    setBusy(false);
  };
  return (
    <section className="pv-card pv-card-body" aria-labelledby="pv-purges">
      <h2 id="pv-purges">Ce qui s’efface</h2>
      <p>
        Une liste est dressée chaque mois, à blanc. Rien ne part avant qu’elle soit approuvée, avec le visa des archives
        départementales. Restent ensuite le numéro, le processus, le quartier, les dates et le journal sans textes : les
        chiffres ne changent pas.
      </p>
      <Button variant="default" loading={busy} onClick={() => void prepare()}>
        Dresser la liste, à blanc
      </Button>
      {isError ? <Partial what="Les listes" onRetry={() => void refetch()} /> : null}
      <ul className="pv-plain-list">
        {data?.map((purge) => (
          <li key={purge.id}>
            <PurgeLine purge={purge} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PurgeLine({ purge }: { readonly purge: PurgeDto }): ReactNode {
  const { id, until, state, preparedAt, preparedBy, listed, erased, spared, archivesReference, approvedBy } = purge;
  const by = preparedBy === undefined ? 'par Parvis' : `par ${preparedBy.name}`;
  const facts = [
    `dressée ${by}, ${moment(preparedAt)}`,
    ...(approvedBy === undefined ? [] : [`approuvée par ${approvedBy.name}, visa ${archivesReference ?? ''}`]),
    ...(state === 'prepared' ? [] : [`${count(erased, 'effacée')}, ${count(spared, 'épargnée')}`]),
  ];
  return (
    <>
      <strong>
        {typeset(
          `${listed === 0 ? 'Aucune demande' : count(listed, 'demande')} au terme de ${listed > 1 ? 'leur' : 'sa'} durée de conservation d’ici le ${plainDate(until)}`,
        )}
      </strong>
      <span className="pv-row-sub">{typeset(facts.join(' · '))}</span>
      <Items id={id} />
      {state === 'prepared' && listed > 0 ? <Approve purge={purge} /> : null}
    </>
  );
}

function Items({ id }: { readonly id: string }): ReactNode {
  const [opened, setOpened] = useState(false);
  const { data, error, refetch } = usePurge(opened ? id : undefined);
  return (
    <details
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>Les demandes de cette liste</summary>
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      <ul>
        {data?.items?.map(({ caseId, caseNumber, title, closedOn, overOn, state, reason }) => (
          <li key={caseId}>
            {typeset(
              `${title}, ${caseNumber} : close le ${plainDate(closedOn)}, à effacer depuis le ${plainDate(overOn)}${STATES[state] ?? ''}${reason === undefined ? '' : `, ${reason}`}`,
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const STATES: Readonly<Record<string, string>> = { erased: ' — effacée', spared: ' — épargnée' };

const NO_REFERENCE = { reference: '' };

function Approve({ purge }: { readonly purge: PurgeDto }): ReactNode {
  const key = `purge:${purge.id}`;
  return (
    <FoldedForm draftKey={key} summary="Approuver cette liste">
      {() => <ApproveForm purge={purge} draftKey={key} />}
    </FoldedForm>
  );
}

function ApproveForm({ purge, draftKey }: { readonly purge: PurgeDto; readonly draftKey: string }): ReactNode {
  const form = useFormDraft(draftKey, 'Visa des archives', NO_REFERENCE);
  // Copied out anew each time: what cannot be undone is never confirmed in advance.
  const [confirm, setConfirm] = useState('');
  const { reference } = form.value;
  const approve = async (): Promise<void> => {
    const done = await form.submit(() => approvePurge(purge.id, { archivesReference: reference, confirm }));
    if (done) sayDone('La liste est approuvée : l’effacement commence.');
  };
  return (
    <>
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <div className="pv-grid-2">
        <TextInput
          label="Visa des archives départementales"
          description="Référence et date."
          value={reference}
          onChange={(event) => {
            form.change({ reference: event.currentTarget.value });
          }}
          onBlur={() => void form.flush()}
        />
        <TextInput
          label={typeset(`Recopiez ${String(purge.listed)} pour effacer`)}
          description="Rien ne peut annuler un effacement."
          value={confirm}
          onChange={(event) => {
            setConfirm(event.currentTarget.value);
          }}
        />
      </div>
      <Button
        mt="sm"
        loading={form.busy}
        disabled={reference.trim().length < 3 || confirm.trim() !== String(purge.listed)}
        onClick={() => void approve()}
      >
        Effacer définitivement
      </Button>
    </>
  );
}
