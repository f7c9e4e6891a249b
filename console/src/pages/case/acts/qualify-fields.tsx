import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import {
  useProcess,
  useProcessSearch,
  useRequalification,
  type ProcessSheetDto,
  type RequalificationDto,
} from '../../../api/processes.js';
import { LaterProcessForm } from '../../../components/process-form/later-process-form.js';
import { checkAnswersAgainst, type AnswerFault } from '../../../components/process-form/validator.js';
import { ErrorSummary } from '../../../components/state/error-summary.js';
import { Failure } from '../../../components/state/failure.js';
import { Loading } from '../../../components/state/loading.js';
import { saidAfar } from '../../../components/process-form/question-of.js';
import { typeset } from '../../../text/format.js';
import { fieldIdOf } from '../../../components/process-form/field-id.js';
import type { FieldsProps } from './fields.js';
import { QualifyMapping } from './qualify-mapping.js';
import { SubmitRow } from './submit-row.js';

const FOUND = 6;

/** Another process for the same request: what is kept, lost and still to ask is seen before anything changes. */
export function QualifyFields(props: FieldsProps): ReactNode {
  const { entry, state } = props;
  const { processId } = state.draft.value;
  return (
    <>
      <ProcessChoice {...props} />
      {processId === undefined ? (
        <SubmitRow label={entry.label} sending={false} disabled onSubmit={() => undefined} />
      ) : (
        <Chosen key={processId} {...props} processId={processId} />
      )}
    </>
  );
}

function Chosen({ processId, ...props }: FieldsProps & { readonly processId: string }): ReactNode {
  const sheet = useProcess(processId);
  const mapping = useRequalification(props.caseFile.caseId, processId);
  const failed = mapping.error ?? sheet.error;
  if (failed !== null)
    return <Failure error={failed} onRetry={() => void Promise.all([mapping.refetch(), sheet.refetch()])} />;
  if (sheet.data === undefined || mapping.data === undefined) return <Loading what="de la correspondance" rows={4} />;
  return <NewForm {...props} sheet={sheet.data} preview={mapping.data} />;
}

interface NewFormProps extends FieldsProps {
  readonly sheet: ProcessSheetDto;
  readonly preview: RequalificationDto;
}

function NewForm({ id, caseFile, entry, state, sheet, preview }: NewFormProps): ReactNode {
  const [faults, setFaults] = useState<readonly AnswerFault[]>([]);
  const answers = state.draft.value.answers ?? { ...preview.answers };
  // Taken over by the server though the reader may not see them: they are not asked again.
  const hidden = preview.kept.filter((one) => one.hidden === true).map(({ to }) => to.key);
  const send = (): void => {
    const missing = checkAnswersAgainst(sheet.form.schema, answers).filter(
      ({ path: [key = ''] }) => !hidden.includes(key),
    );
    setFaults(missing);
    if (missing.length === 0) void state.perform({ processId: sheet.id, answers });
  };
  return (
    <>
      <ErrorSummary
        faults={faults.map((fault) => ({ field: fieldIdOf(`${id}-q`, fault.path), text: saidAfar(sheet, fault) }))}
      />
      <QualifyMapping preview={preview} caseFile={caseFile} />
      <LaterProcessForm
        form={sheet.form}
        idPrefix={`${id}-q`}
        value={answers}
        faults={faults}
        hidden={hidden}
        onChange={(next) => {
          state.set({ answers: next });
        }}
      />
      <SubmitRow label={entry.label} sending={state.sending} onSubmit={send} />
    </>
  );
}

function ProcessChoice({ id, caseFile, state }: FieldsProps): ReactNode {
  const { value } = state.draft;
  const [q, setQ] = useState(
    value.processTitle ?? (caseFile.request?.keptWords ?? caseFile.request?.words ?? '').slice(0, 200),
  );
  const [asked] = useDebouncedValue(q.trim(), 180);
  const { data } = useProcessSearch({ q: asked, limit: FOUND }, asked.length >= 3);
  const found = (data?.items ?? []).filter((process) => process.id !== caseFile.processId);
  return (
    <>
      <TextInput
        id={`${id}-search`}
        label="Chercher le processus, avec les mots de l’usager"
        value={q}
        onChange={(event) => {
          setQ(event.currentTarget.value);
        }}
      />
      <fieldset className="pv-choices">
        <legend>Processus</legend>
        {data !== undefined && found.length === 0 ? <p>Aucun autre processus pour ces mots.</p> : null}
        {found.map((process) => (
          <label key={process.id} className="pv-choice">
            <input
              type="radio"
              name={`${id}-process`}
              checked={process.id === value.processId}
              onChange={() => {
                state.set({ processId: process.id, processTitle: process.title, answers: undefined });
              }}
            />
            <span className="pv-choice-main">
              {process.title}
              <span className="pv-row-sub">{`${process.department.name} · ${process.promise}`}</span>
              {process.why === undefined ? null : (
                <span className="pv-row-sub">{typeset(`Proposé pour : ${process.why}`)}</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
