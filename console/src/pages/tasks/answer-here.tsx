import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CaseDetailDto, PossibleActDto } from '../../api/cases.js';
import { LetterBeside, useLivePreview } from '../../components/live-preview.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { Failure } from '../../components/state/failure.js';
import { faultAt } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { dayAndMonth, today, typeset } from '../../text/format.js';
import { entryOf } from '../case/acts/act-catalog.js';
import { SubmitRow } from '../case/acts/submit-row.js';
import { useAct, type ActState } from '../case/acts/use-act.js';
import { onSubmitKey } from '../../shell/submit-key.js';

interface AnswerHereProps {
  readonly caseFile: CaseDetailDto;
  readonly act: PossibleActDto;
  readonly planned: boolean;
  /** What is known of the request: beside the form until the letter takes its place, then below. */
  readonly children: ReactNode;
}

/** Longest proof that the API takes. */
const PROOF = 300;

/** Done, or planned for a day: one text, and beside it the letter as it will leave, without asking for it. */
export function AnswerHere(props: AnswerHereProps): ReactNode {
  const entry = entryOf(props.act);
  if (entry === undefined) return null;
  return <AnswerForm {...props} entry={entry} />;
}

function AnswerForm({
  caseFile,
  act,
  planned,
  entry,
  children,
}: AnswerHereProps & { readonly entry: NonNullable<ReturnType<typeof entryOf>> }): ReactNode {
  const state = useAct({ caseFile, act, entry, onDone: () => undefined });
  const body = bodyOf(state, planned);
  const preview = useLivePreview(caseFile.caseId, body);
  const written = preview.bytes !== undefined || preview.error !== undefined;
  const send = (): void => {
    if (preview.current && body !== undefined) void state.perform(body);
  };
  const onKey = (event: KeyboardEvent): void => {
    onSubmitKey(event, send);
  };
  return (
    <>
      <div className="pv-two-sides">
        <section className="pv-act pv-no-print" aria-label={planned ? 'Je planifie' : 'C’est fait'} onKeyDown={onKey}>
          <div className="pv-form">
            <Faults state={state} />
            {planned ? <Day state={state} /> : null}
            <Textarea
              id="reponse-text"
              label={planned ? 'Ce qui sera fait, pour l’usager' : 'Ce qui a été fait, pour l’usager'}
              description="Vos mots ; la formule d’appel, les délais et la signature viennent du modèle."
              required
              autosize
              minRows={5}
              value={state.draft.value.text}
              onChange={(event) => {
                state.set({ text: event.currentTarget.value });
              }}
              onBlur={() => void state.draft.flush()}
            />
            <p className="pv-row-sub">{typeset(consequenceOf(state, planned))}</p>
            <DraftLine status={state.draft.status} savedAt={state.draft.savedAt} />
            <SubmitRow
              label={planned ? 'Envoyer la réponse' : 'C’est fait, envoyer la réponse'}
              sending={state.sending}
              disabled={!preview.current}
              onSubmit={send}
            />
          </div>
        </section>
        {written ? <LetterBeside preview={preview} title="La réponse telle qu’elle partira" /> : <div>{children}</div>}
      </div>
      {written ? children : null}
    </>
  );
}

function Faults({ state: { problem, conflict } }: { readonly state: ActState }): ReactNode {
  const refused = problem ?? conflict?.problem;
  if (refused === undefined) return null;
  const faults = refused.faults.map((fault) =>
    faultAt(fault.pointer.includes('/on') ? 'reponse-day' : 'reponse-text', fault),
  );
  return faults.length > 0 ? <ErrorSummary faults={faults} /> : <Failure error={refused} />;
}

function Day({ state }: { readonly state: ActState }): ReactNode {
  return (
    <TextInput
      id="reponse-day"
      type="date"
      label="Prévu le"
      required
      min={today()}
      value={state.draft.value.day ?? ''}
      onChange={(event) => {
        state.set({ day: event.currentTarget.value });
      }}
    />
  );
}

function bodyOf({ draft: { value } }: ActState, planned: boolean): unknown {
  const text = value.text.trim();
  if (text === '') return undefined;
  if (!planned) return { text, conclusion: { kind: 'done', proof: text.slice(0, PROOF) } };
  return value.day === undefined || value.day === ''
    ? undefined
    : { text, conclusion: { kind: 'planned', on: value.day } };
}

function consequenceOf({ draft: { value } }: ActState, planned: boolean): string {
  const told =
    planned && value.day !== undefined && value.day !== ''
      ? ` L’usager saura que c’est prévu ${dayAndMonth(value.day)}.`
      : '';
  return `La réponse suit ensuite le circuit de validation du processus.${told}`;
}
