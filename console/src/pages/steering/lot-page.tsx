import { Anchor, Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useIntention } from '../../api/intention.js';
import { runLot, undoLot, useLot, type LotDto, type LotItemDto } from '../../api/steering.js';
import { CardTable } from '../../components/card-table.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { Batch } from '../../components/state/standing.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { sayFailed } from '../../shell/toasts.js';
import { agree, count, number, typeset } from '../../text/format.js';

const LAUNCH: Readonly<Record<LotDto['kind'], string>> = {
  remind: 'Envoyer les relances',
  reassign: 'Réattribuer',
  undo: 'Remettre où elles étaient',
};

/** From that many cases on, the number is typed before the lot runs. */
const TYPED_FROM = 50;

const STATES: Readonly<Record<string, string>> = {
  waiting: 'Prête',
  queued: 'En file',
  running: 'En cours',
  done: 'Faite',
  failed: 'Échec',
  excluded: 'Laissée de côté',
};

/** A lot: its frozen list first, then its progress, then the result of each case. */
export function LotPage(): ReactNode {
  const { lotId = '' } = useParams();
  const { data: lot, error, isPending, refetch } = useLot(lotId);
  useTitle(lot?.title, 'Lot');
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/pilotage/lots">
          ← Mes lots
        </Anchor>
      </p>
      <PageHead title={lot?.title ?? 'Lot'} lead={lot === undefined ? undefined : count(lot.total, 'demande')} />
      {isPending ? <Loading what="du lot" /> : null}
      {lot === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {lot === undefined ? null : <Lot lot={lot} />}
    </>
  );
}

function Lot({ lot }: { readonly lot: LotDto }): ReactNode {
  return (
    <>
      {lot.state === 'prepared' ? <Launch lot={lot} /> : <Result lot={lot} />}
      <Items items={lot.items} />
    </>
  );
}

function Launch({ lot }: { readonly lot: LotDto }): ReactNode {
  const [typed, setTyped] = useState('');
  const { busy, act } = useRun(lot.id);
  const toDo = lot.left;
  const many = toDo > TYPED_FROM;
  const excluded =
    lot.excluded === 0
      ? ''
      : ` ${count(lot.excluded, 'demande est laissée', 'demandes sont laissées')} de côté, avec la raison.`;
  return (
    <Notice
      tone="info"
      title={typeset(
        `Rien n’est encore fait. ${count(toDo, 'demande sera traitée', 'demandes seront traitées')}.${excluded}`,
      )}
      actions={
        <>
          {many ? (
            <TextInput
              label={`Pour confirmer, écrivez ${String(toDo)}`}
              inputMode="numeric"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
              }}
            />
          ) : null}
          <Button
            loading={busy}
            disabled={toDo === 0 || (many && typed.trim() !== String(toDo))}
            onClick={() => void act('run')}
          >
            {LAUNCH[lot.kind]}
          </Button>
        </>
      }
    />
  );
}

function Result({ lot }: { readonly lot: LotDto }): ReactNode {
  const { busy, act } = useRun(lot.id);
  const tried = lot.total - lot.excluded;
  if (lot.state === 'running') return <Batch done={lot.done + lot.failed} total={tried} failed={lot.failed} />;
  const title = typeset(
    `${number(lot.done)} / ${count(tried, 'traitée')}${lot.failed === 0 ? '' : `, ${count(lot.failed, 'échec')}`}`,
  );
  return (
    <Notice
      tone={lot.failed === 0 ? 'kept' : 'soon'}
      role="status"
      title={title}
      actions={
        lot.failed === 0 && lot.undoable === 0 ? undefined : (
          <>
            {lot.failed === 0 ? null : (
              <Button loading={busy} onClick={() => void act('retry')}>
                {`Réessayer ${agree(lot.failed, 'l’échec', `les ${count(lot.failed, 'échec')}`)}`}
              </Button>
            )}
            {lot.undoable === 0 ? null : <Undo lotId={lot.id} />}
          </>
        )
      }
    />
  );
}

/** Prepares the lot that puts the cases back: it is shown before it runs, like any other. */
function Undo({ lotId }: { readonly lotId: string }): ReactNode {
  const [busy, setBusy] = useState(false);
  const keyFor = useIntention();
  const navigate = useNavigate();
  const prepare = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await undoLot(lotId, keyFor(lotId));
      await navigate(`/pilotage/lots/${id}`);
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void prepare()}>
      Annuler ce lot…
    </Button>
  );
}

function useRun(id: string): { readonly busy: boolean; readonly act: (what: 'run' | 'retry') => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const act = async (what: 'run' | 'retry'): Promise<void> => {
    setBusy(true);
    try {
      await runLot(id, what);
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, act };
}

/** What needs eyes comes first. */
const ORDER = ['failed', 'excluded', 'running', 'queued', 'waiting', 'done'];

function Items({ items }: { readonly items: readonly LotItemDto[] }): ReactNode {
  const sorted = [...items].sort(
    (one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || one.position - other.position,
  );
  return (
    <CardTable
      label="Demandes du lot"
      rows={sorted}
      keyOf={({ position }) => position}
      stateOf={({ state }) => state}
      columns={[
        {
          title: 'Demande',
          cell: ({ caseId, caseNumber, title }) => (
            <>
              <Link to={`/dossiers/${caseId}`}>{caseNumber}</Link>
              <span className="pv-row-sub">{title ?? 'Demande sensible'}</span>
            </>
          ),
        },
        { title: 'Chez', cell: ({ from }) => from },
        { title: 'Ce qui change', cell: ({ state, change }) => (state === 'excluded' ? 'Rien' : change) },
        {
          title: 'Résultat',
          cell: ({ state, why }) => (
            <>
              {STATES[state] ?? state}
              {why === undefined ? null : <span className="pv-row-sub">{why}</span>}
            </>
          ),
        },
      ]}
    />
  );
}
