import { Button, Textarea } from '@mantine/core';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Unreachable } from '../../../../domain/request/reachability.js';
import { REFUSAL_SENTENCES } from '../../../../domain/text/refusal-sentences.js';
import { useIntention } from '../../api/intention.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import type { ReceiptDto } from '../../api/schema/types.generated.js';
import { ErrorSummary, type FieldFault } from '../../components/state/error-summary.js';
import { Failure } from '../../components/state/failure.js';
import { questionOf } from '../../components/process-form/question-of.js';
import { fieldIdOf } from '../../components/process-form/field-id.js';
import { checkAnswersAgainst, type AnswerFault } from '../../components/process-form/validator.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft, type Draft } from '../../drafts/use-draft.js';
import { useShowToCitizen } from '../desk/desk-view.js';
import type { Call } from './calls.js';
import { CitizenStep } from './citizen-step.js';
import { ConcludeStep } from './conclude-step.js';
import { deskViewOf } from './desk-view-of.js';
import { PlaceStep } from './place-step.js';
import { QuestionsStep } from './questions-step.js';
import { Receipt } from './receipt.js';
import {
  answerFaultsOf,
  answersOf,
  bodyOf,
  EMPTY_REQUEST,
  fieldOfFault,
  placeKeyOf,
  titleOf,
  unreachableFor,
  type RequestForm,
} from './request-form.js';
import { SidePanel } from './side-panel.js';
import { submitRequest } from './submit-request.js';
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
  const prefix = `r${call.key.slice(0, 8)}`;
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
  readonly onSubmit: (answerNow: boolean) => Promise<void>;
  readonly onGiveUp: () => void;
}

function Foot({ draft, sheet, form, sending, onSubmit, onGiveUp }: FootProps): ReactNode {
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
    </div>
  );
}

interface Submission {
  readonly sending: boolean;
  readonly receipt: ReceiptDto | undefined;
  /** What was sent, for the receipt: the draft is gone by then. */
  readonly sent: RequestForm | undefined;
  readonly problem: Problem | undefined;
  readonly faults: readonly ((prefix: string) => FieldFault)[];
  readonly answerFaults: readonly AnswerFault[];
  readonly submit: (answerNow: boolean) => Promise<void>;
}

type Outcome = Pick<Submission, 'receipt' | 'sent' | 'problem' | 'faults' | 'answerFaults'>;

const NOTHING: Outcome = { receipt: undefined, sent: undefined, problem: undefined, faults: [], answerFaults: [] };

interface Submitted {
  /** What is typed at this very moment: a field may be ahead of the last drawing. */
  readonly read: () => RequestForm;
  readonly draft: Pick<Draft<RequestForm>, 'flush' | 'discard'>;
  readonly sheet: ProcessSheetDto | undefined;
  readonly callKey: string;
}

function useSubmission({ read, draft, sheet, callKey }: Submitted): Submission {
  const keyFor = useIntention();
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const submit = async (answerNow: boolean): Promise<void> => {
    if (sending) return;
    setOutcome(NOTHING);
    await settled();
    const form = read();
    const missing = missingOf(form, sheet);
    if (missing.faults.length > 0) {
      setOutcome({ ...NOTHING, ...missing });
      return;
    }
    setSending(true);
    try {
      await draft.flush();
      const body = bodyOf(form, sheet);
      // The key belongs to this draft and this content: a reload in the middle must not make two cases.
      const key = `${callKey}.${keyFor(body).slice(0, 8)}`;
      const receipt = await submitRequest({
        body,
        key,
        notes: form.notes,
        ...(answerNow ? { answer: form.answer } : {}),
      });
      setOutcome({ ...NOTHING, receipt, sent: form });
      await draft.discard();
    } catch (error) {
      const problem = asProblem(error);
      const faults = problem.faults.map((fault) => (prefix: string) => fieldOfFault(prefix, fault));
      setOutcome({
        ...NOTHING,
        ...(faults.length > 0 ? { faults, answerFaults: answerFaultsOf(problem.faults) } : { problem }),
      });
    } finally {
      setSending(false);
    }
  };
  return { sending, ...outcome, submit };
}

/** Fields tell their last change after the key that submits: they are given the time to. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Corrected where the address is typed; of somebody who gave no name, where the channel is chosen. */
function unreachableFault(prefix: string, { citizen }: RequestForm, unreachable: Unreachable): FieldFault {
  const address = unreachable === 'citizen.no-mail-address' ? 'email' : 'street';
  const isWritten = citizen.kind === 'known' || citizen.kind === 'new';
  return { field: `${prefix}-${isWritten ? address : 'reply'}`, text: REFUSAL_SENTENCES[unreachable] };
}

/** What is missing on this side, before anything is sent. */
function missingOf(form: RequestForm, sheet: ProcessSheetDto | undefined): Pick<Outcome, 'faults' | 'answerFaults'> {
  const faults: ((prefix: string) => FieldFault)[] = [];
  if (form.words.trim() === '')
    faults.push((prefix) => ({ field: `${prefix}-words`, text: 'Notez ce que dit l’usager.' }));
  if (sheet?.identity === 'required' && (form.citizen.kind === 'unset' || form.citizen.lastName === '')) {
    faults.push((prefix) => ({
      field: form.citizen.kind === 'unset' ? `${prefix}-who` : `${prefix}-lastName`,
      text: 'Ce processus demande l’identité de l’usager.',
    }));
  }
  const unreachable = unreachableFor(form);
  if (unreachable !== undefined) faults.push((prefix) => unreachableFault(prefix, form, unreachable));
  const placeKey = placeKeyOf(sheet);
  const answerFaults = sheet === undefined ? [] : checkAnswersAgainst(sheet.form.schema, answersOf(form, placeKey));
  for (const { path, text } of answerFaults) {
    faults.push((prefix) => ({
      field: path[0] === placeKey ? `${prefix}-place` : fieldIdOf(`${prefix}-q`, path),
      text: `${questionOf(sheet, path)} : ${text}`,
    }));
  }
  return { faults, answerFaults };
}
