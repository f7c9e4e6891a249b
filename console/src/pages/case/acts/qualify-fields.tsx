import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState, type ReactNode } from 'react';
import { useProcess, useProcessSearch, type ProcessSheetDto } from '../../../api/processes.js';
import { LaterProcessForm } from '../../../components/process-form/later-process-form.js';
import { checkAnswersAgainst, type AnswerFault } from '../../../components/process-form/validator.js';
import { ErrorSummary } from '../../../components/state/error-summary.js';
import { fieldIdOf } from '../../../components/process-form/field-id.js';
import { typeset } from '../../../text/format.js';
import type { FieldsProps } from './fields.js';
import { SubmitRow } from './submit-row.js';

const NO_ANSWERS: Readonly<Record<string, unknown>> = {};
const FOUND = 6;

/** Another process for the same request: what it asks, what is kept, what is missing, before anything changes. */
export function QualifyFields({ id, caseFile, entry, state }: FieldsProps): ReactNode {
  const { value } = state.draft;
  const [q, setQ] = useState(value.processTitle ?? caseFile.request?.words.slice(0, 200) ?? '');
  const [asked] = useDebouncedValue(q.trim(), 180);
  const { data } = useProcessSearch({ q: asked, limit: FOUND }, asked.length >= 3);
  const { data: sheet } = useProcess(value.processId);
  const [faults, setFaults] = useState<readonly AnswerFault[]>([]);
  const answers = value.answers ?? NO_ANSWERS;
  const found = (data?.items ?? []).filter((process) => process.id !== caseFile.processId);
  const send = (): void => {
    if (sheet === undefined) return;
    const missing = checkAnswersAgainst(sheet.form.schema, answers);
    setFaults(missing);
    if (missing.length === 0) void state.perform({ processId: sheet.id, answers });
  };
  return (
    <>
      <ErrorSummary faults={faults.map(({ path, text }) => ({ field: fieldIdOf(`${id}-q`, path), text }))} />
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
        {found.map((process) => (
          <label key={process.id} className="pv-choice">
            <input
              type="radio"
              name={`${id}-process`}
              checked={process.id === value.processId}
              onChange={() => {
                state.set({ processId: process.id, processTitle: process.title, answers: NO_ANSWERS });
                setFaults([]);
              }}
            />
            <span className="pv-choice-main">
              {process.title}
              <span className="pv-row-sub">{`${process.department.name} · ${process.promise}`}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {sheet === undefined ? null : (
        <>
          <Mapping caseFile={caseFile} sheet={sheet} />
          <LaterProcessForm
            key={sheet.hash}
            form={sheet.form}
            idPrefix={`${id}-q`}
            value={answers}
            faults={faults}
            onChange={(next) => {
              state.set({ answers: next });
            }}
          />
        </>
      )}
      <SubmitRow label={entry.label} sending={state.sending} disabled={sheet === undefined} onSubmit={send} />
    </>
  );
}

/** Field by field: what the new form asks again, what only the history will keep. */
function Mapping({
  caseFile,
  sheet,
}: {
  readonly caseFile: FieldsProps['caseFile'];
  readonly sheet: ProcessSheetDto;
}): ReactNode {
  const before = caseFile.request?.answers ?? [];
  const fields = useMemo(
    () => sheet.form.fields as unknown as readonly { readonly key: string; readonly label: string }[],
    [sheet],
  );
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  if (before.length === 0) return null;
  return (
    <table className="pv-days">
      <caption>Ce que deviennent les réponses déjà données</caption>
      <thead>
        <tr>
          <th scope="col">Déjà répondu</th>
          <th scope="col">Dans le nouveau formulaire</th>
        </tr>
      </thead>
      <tbody>
        {before.map(({ key, label, text }) => (
          <tr key={key}>
            <td>{typeset(`${label} : ${text ?? 'réservé au service'}`)}</td>
            <td>{labels.get(key) ?? 'Gardé dans l’historique'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
