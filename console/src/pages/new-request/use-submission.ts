import { useState } from 'react';
import type { Unreachable } from '../../../../domain/request/reachability.js';
import { REFUSAL_SENTENCES } from '../../../../domain/text/refusal-sentences.js';
import { asProblem, type Problem } from '../../api/problem.js';
import type { ProcessSheetDto, ReceiptDto } from '../../api/schema/types.generated.js';
import { fieldIdOf } from '../../components/process-form/field-id.js';
import { saidAfar } from '../../components/process-form/question-of.js';
import { answerFaultsOf } from '../../components/process-form/server-faults.js';
import { checkAnswersAgainst, type AnswerFault } from '../../components/process-form/validator.js';
import type { FieldFault } from '../../components/state/error-summary.js';
import type { Draft } from '../../drafts/use-draft.js';
import { failedUnder, nothingOnItsWay, waitingUnder } from '../../uploads/upload-store.js';
import { answersOf, bodyOf, fieldOfFault, placeKeyOf, unreachableFor, type RequestForm } from './request-form.js';
import { submitRequest } from './submit-request.js';

export interface Submission {
  readonly sending: boolean;
  /** Gives the form back while a file is on its way; absent while nothing is awaited. */
  readonly stopWaiting: (() => void) | undefined;
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
  readonly draft: Pick<Draft<RequestForm>, 'flush' | 'once' | 'discard'>;
  readonly sheet: ProcessSheetDto | undefined;
  readonly callKey: string;
}

/** Checks, waits for the files on their way, sends: each once, whatever the network does. */
export function useSubmission({ read, draft, sheet, callKey }: Submitted): Submission {
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const [waiting, setWaiting] = useState<AbortController>();
  const submit = async (answerNow: boolean): Promise<void> => {
    if (sending || waiting !== undefined) return;
    setOutcome(NOTHING);
    if (!(await filesCame(fieldsOf(callKey), setWaiting))) return;
    await settled();
    const form = read();
    const missing = missingOf(form, sheet, fieldsOf(callKey));
    if (missing.faults.length > 0) {
      setOutcome({ ...NOTHING, ...missing });
      return;
    }
    setSending(true);
    try {
      await draft.flush();
      const body = bodyOf(form, sheet);
      // The key belongs to this draft and this content: a reload in the middle must not make two cases.
      const receipt = await draft.once(body, (key) =>
        submitRequest({ body, key, notes: form.notes, ...(answerNow ? { answer: form.answer } : {}) }),
      );
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
  const stopWaiting =
    waiting === undefined
      ? undefined
      : (): void => {
          waiting.abort();
        };
  return { sending: sending || waiting !== undefined, stopWaiting, ...outcome, submit };
}

/** A file that was chosen before the key that submits goes with the request. @returns false where the person came back */
async function filesCame(fields: string, show: (waiting: AbortController | undefined) => void): Promise<boolean> {
  if (waitingUnder(fields).length === 0) return true;
  const waiting = new AbortController();
  show(waiting);
  const came = await nothingOnItsWay(fields, waiting.signal);
  show(undefined);
  return came;
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
function missingOf(
  form: RequestForm,
  sheet: ProcessSheetDto | undefined,
  fields: string,
): Pick<Outcome, 'faults' | 'answerFaults'> {
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
  for (const fault of answerFaults) {
    faults.push((prefix) => ({
      field: fault.path[0] === placeKey ? `${prefix}-place` : fieldIdOf(`${prefix}-q`, fault.path),
      text: saidAfar(sheet, fault),
    }));
  }
  for (const field of failedUnder(fields)) {
    faults.push(() => ({ field, text: 'Un fichier n’est pas parti : réessayez, ou retirez-le.' }));
  }
  return { faults, answerFaults };
}

/** What the fields of a request begin with: several are being taken down at once. */
export function prefixOf(callKey: string): string {
  return `r${callKey.slice(0, 8)}`;
}

function fieldsOf(callKey: string): string {
  return `${prefixOf(callKey)}-q`;
}
