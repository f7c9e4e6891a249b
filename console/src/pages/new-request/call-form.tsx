import { Button, Textarea } from '@mantine/core';
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { Failure } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { useShowToCitizen } from '../desk/desk-view.js';
import type { Call } from './calls.js';
import { CitizenStep } from './citizen-step.js';
import { ConcludeStep } from './conclude-step.js';
import { deskViewOf } from './desk-view-of.js';
import { PlaceStep } from './place-step.js';
import { QuestionsStep } from './questions-step.js';
import { Receipt } from './receipt.js';
import { EMPTY_REQUEST, titleOf, type RequestForm } from './request-form.js';
import { SidePanel } from './side-panel.js';
import { prefixOf, useSubmission } from './use-submission.js';
import { WordsStep } from './words-step.js';
import { onSubmitKey } from '../../shell/submit-key.js';

interface CallFormProps {
  readonly call: Call;
  readonly onClose: () => void;
  readonly onAnother: () => void;
}

/** One request, from the citizen's first words to the number they write down. */
export function CallForm({ call, onClose, onAnother }: CallFormProps): ReactNode {
  const draft = useDraft<RequestForm>({ kind: 'request', key: call.key }, EMPTY_REQUEST);
  const form = draft.value;
  const { data: sheet } = useProcess(form.processId);
  const latest = useRef(form);
  useLayoutEffect(() => {
    latest.current = form;
  }, [form]);
  const submission = useSubmission({ read: () => latest.current, draft, sheet, callKey: call.key });
  const change = (part: Partial<RequestForm>): void => {
    // Two fields may change before the next drawing.
    latest.current = { ...latest.current, ...part };
    draft.set(latest.current, titleOf(latest.current));
  };
  useShowToCitizen(deskViewOf({ form: submission.sent ?? form, sheet, receipt: submission.receipt }));
  if (submission.receipt !== undefined) {
    return (
      <Receipt receipt={submission.receipt} form={submission.sent ?? form} onClose={onClose} onAnother={onAnother} />
    );
  }
  const prefix = prefixOf(call.key);
  const step = { prefix, form, onChange: change, onBlur: () => void draft.flush() };
  const onKey = (event: KeyboardEvent): void => {
    onSubmitKey(event, () => void submission.submit(form.answer.trim() !== ''));
  };
  return (
    // Ctrl+Enter hands over from any field.
    <div className="pv-call-body" onKeyDown={onKey} role="group" aria-label="Saisie de la demande">
      <div className="pv-call-form">
        <ErrorSummary faults={submission.faults.map((fault) => fault(prefix))} />
        {submission.problem === undefined ? null : <Failure error={submission.problem} />}
        <WordsStep {...step} />
        <CitizenStep {...step} sheet={sheet} />
        <PlaceStep {...step} sheet={sheet} />
        <QuestionsStep {...step} sheet={sheet} faults={submission.answerFaults} />
        <ConcludeStep {...step} sheet={sheet} />
      </div>
      <aside className="pv-call-side" aria-label="Aide à l’appel">
        <Textarea
          label="Bloc-notes"
          description="Pour vous et vos collègues."
          minRows={2}
          maxRows={6}
          value={form.notes}
          onChange={(event) => {
            change({ notes: event.currentTarget.value });
          }}
          onBlur={() => void draft.flush()}
        />
        <SidePanel sheet={sheet} form={form} />
      </aside>
      <Foot
        draft={draft}
        sheet={sheet}
        form={form}
        sending={submission.sending}
        onStopWaiting={submission.stopWaiting}
        onSubmit={submission.submit}
        onGiveUp={() => {
          void draft.discard();
          onClose();
        }}
      />
    </div>
  );
}

interface FootProps {
  readonly draft: { readonly status: Parameters<typeof DraftLine>[0]['status']; readonly savedAt: string | undefined };
  readonly sheet: ProcessSheetDto | undefined;
  readonly form: RequestForm;
  readonly sending: boolean;
  readonly onStopWaiting: (() => void) | undefined;
  readonly onSubmit: (answerNow: boolean) => Promise<void>;
  readonly onGiveUp: () => void;
}

function Foot({ draft, sheet, form, sending, onStopWaiting, onSubmit, onGiveUp }: FootProps): ReactNode {
  const answersNow = form.answer.trim() !== '';
  const to = sheet === undefined ? 'Transmettre pour qualification' : `Transmettre à ${sheet.department.name}`;
  return (
    <div className="pv-call-foot" style={{ gridColumn: '1 / -1' }}>
      <Button
        loading={sending}
        onClick={() => void onSubmit(answersNow)}
        rightSection={<kbd className="pv-wide-only">Ctrl Entrée</kbd>}
      >
        {answersNow ? 'Répondre et clore' : to}
      </Button>
      <Button variant="subtle" onClick={onGiveUp}>
        Abandonner ce brouillon
      </Button>
      <DraftLine status={draft.status} savedAt={draft.savedAt} />
      {onStopWaiting === undefined ? null : (
        <p role="status" className="pv-call-waits">
          La demande part dès que le fichier en cours d’envoi est arrivé.{' '}
          <Button size="compact-sm" variant="default" onClick={onStopWaiting}>
            Revenir à la saisie
          </Button>
        </p>
      )}
    </div>
  );
}
