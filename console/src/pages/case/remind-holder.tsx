import { Button, Textarea } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { refreshAfterAct, type CaseDetailDto } from '../../api/cases.js';
import { Problem } from '../../api/problem.js';
import { useHolds } from '../../api/session.js';
import { prepareLot, runLot, useLot } from '../../api/steering.js';
import { Failure } from '../../components/state/failure.js';
import { Notice } from '../../components/state/notice.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { useOpenForm } from '../../shell/peek.js';
import { sayDone } from '../../shell/toasts.js';
import { typeset } from '../../text/format.js';

/** A reminder to whoever holds the request: a lot of one, so that it leaves once and keeps its trace. */
export function RemindHolder({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber, status, tasks } = caseFile;
  const mayRemind = useHolds('ambassador', 'headOfCitizenRelations', 'headOfDepartment', 'director');
  const [open, setOpen] = useOpenForm(keyOf(caseId));
  const [lotId, setLotId] = useState<string>();
  const done = useCallback(() => {
    setLotId(undefined);
    setOpen(false);
  }, [setOpen]);
  if (!mayRemind || status !== 'open' || tasks.length === 0) return null;
  if (lotId !== undefined) return <Outcome lotId={lotId} caseFile={caseFile} onDone={done} />;
  if (!open)
    return (
      <Button
        className="pv-no-print"
        size="compact-sm"
        variant="default"
        onClick={() => {
          setOpen(true);
        }}
      >
        Relancer
        <span className="pv-hidden">{` pour ${caseNumber}`}</span>
      </Button>
    );
  return (
    <ReminderForm
      caseId={caseId}
      caseNumber={caseNumber}
      onSent={setLotId}
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}

const NOTHING = { message: '' };

function keyOf(caseId: string): string {
  return `remind:${caseId}`;
}

function ReminderForm({
  caseId,
  caseNumber,
  onSent,
  onClose,
}: Pick<CaseDetailDto, 'caseId' | 'caseNumber'> & {
  readonly onSent: (lotId: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const form = useFormDraft(keyOf(caseId), `Relance — ${caseNumber}`, NOTHING);
  const send = async (): Promise<void> => {
    const message = form.value.message.trim();
    const lot = { kind: 'remind' as const, caseIds: [caseId], ...(message === '' ? {} : { message }) };
    await form.submit(() =>
      form.once(lot, async (key) => {
        const { id, left, items } = await prepareLot(lot, key);
        const [only] = items;
        // Not a reminder that is gone: what was typed stays.
        if (left === 0)
          throw new Problem({ status: 409, detail: only?.why ?? 'Cette demande ne peut pas être relancée.' });
        await runLot(id, 'run');
        onSent(id);
      }),
    );
  };
  return (
    <form
      className="pv-form pv-no-print"
      aria-label="Relance"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        label="Un mot avec la relance (facultatif)"
        description="Un courriel part à qui tient la demande ; une note garde la trace."
        autosize
        minRows={2}
        maxLength={1000}
        value={form.value.message}
        onChange={(event) => {
          form.change({ message: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <div className="pv-form-actions">
        <Button type="submit" size="compact-sm" loading={form.busy}>
          Envoyer la relance
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          Annuler
        </Button>
      </div>
      <DraftLine status={form.status} savedAt={form.savedAt} />
    </form>
  );
}

function Outcome({
  lotId,
  caseFile: { caseId, caseNumber },
  onDone,
}: {
  readonly lotId: string;
  readonly caseFile: CaseDetailDto;
  readonly onDone: () => void;
}): ReactNode {
  const { data: lot, error, refetch } = useLot(lotId);
  const failed = lot?.items.find(({ state }) => state === 'failed');
  const sent = lot?.state === 'done' && failed === undefined;
  useEffect(() => {
    if (!sent) return;
    sayDone(`${caseNumber} : la relance est partie.`);
    refreshAfterAct(caseId);
    onDone();
  }, [sent, caseId, caseNumber, onDone]);
  if (error !== null && lot === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (failed === undefined || lot?.state !== 'done') return <p role="status">La relance part…</p>;
  return (
    <Notice
      tone="late"
      role="alert"
      title={typeset(`La relance n’est pas partie : ${failed.why ?? ''}`)}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => void runLot(lotId, 'retry')}>
          Réessayer
        </Button>
      }
    />
  );
}
