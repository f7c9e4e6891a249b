import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { approvePurge, preparePurge, usePurge, usePurges, type PurgeDto } from '../../api/privacy.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { told } from '../../shell/toasts.js';
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
  const { data, error } = usePurge(opened ? id : undefined);
  return (
    <details
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>Les demandes de cette liste</summary>
      {error === null ? null : <Failure error={error} />}
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

function Approve({ purge }: { readonly purge: PurgeDto }): ReactNode {
  const [reference, setReference] = useState('');
  const [confirm, setConfirm] = useState('');
  const [busy, setBusy] = useState(false);
  const approve = async (): Promise<void> => {
    setBusy(true);
    await told(
      approvePurge(purge.id, { archivesReference: reference, confirm }),
      'La liste est approuvée : l’effacement commence.',
    );
    setBusy(false);
  };
  return (
    <details>
      <summary>Approuver cette liste</summary>
      <div className="pv-grid-2">
        <TextInput
          label="Visa des archives départementales"
          description="Référence et date."
          value={reference}
          onChange={(event) => {
            setReference(event.currentTarget.value);
          }}
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
        loading={busy}
        disabled={reference.trim().length < 3 || confirm.trim() !== String(purge.listed)}
        onClick={() => void approve()}
      >
        Effacer définitivement
      </Button>
    </details>
  );
}
