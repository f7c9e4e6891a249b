import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { previewLetter } from '../../../api/parapheur.js';
import { asProblem, type Problem } from '../../../api/problem.js';
import { PdfView } from '../../../components/pdf-view.js';
import { Failure } from '../../../components/state/failure.js';
import { today } from '../../../text/format.js';
import type { FieldsProps } from './fields.js';
import { SubmitRow } from './submit-row.js';
import type { ActValue } from './use-act.js';

const CONCLUSIONS = [
  { value: 'answered', label: 'Réponse donnée' },
  { value: 'planned', label: 'Intervention prévue' },
  { value: 'done', label: 'C’est fait, avec preuve' },
  { value: 'refused', label: 'Refus, avec le motif' },
  { value: 'notOurs', label: 'Transmis à une autre autorité' },
];

interface Preview {
  readonly of: string;
  readonly bytes: Uint8Array;
}

/** The words, how they conclude, and the letter as it will leave: nothing goes that was not shown. */
export function AnswerFields({ id, caseFile, act, entry, state }: FieldsProps): ReactNode {
  const { value } = state.draft;
  const [preview, setPreview] = useState<Preview>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const body = { text: value.text.trim(), conclusion: conclusionOf(value) };
  const asked = JSON.stringify(body);
  const shown = preview?.of === asked;
  const look = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await state.draft.flush();
      setPreview({ of: asked, bytes: await previewLetter(caseFile.caseId, { ...body, atOnce: act.atOnce ?? false }) });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Textarea
        id={`${id}-text`}
        label="Votre réponse"
        description="Vos mots ; la formule d’appel, le délai de recours et la signature viennent du modèle."
        required
        minRows={5}
        value={value.text}
        onChange={(event) => {
          state.set({ text: event.currentTarget.value });
        }}
        onBlur={() => void state.draft.flush()}
      />
      <Select
        id={`${id}-conclusion`}
        label="La demande est"
        data={CONCLUSIONS}
        value={value.choice ?? 'answered'}
        allowDeselect={false}
        onChange={(choice) => {
          state.set({ choice: choice ?? 'answered' });
        }}
      />
      <ConclusionDetail id={id} value={value} onChange={state.set} />
      {problem === undefined ? null : <Failure error={problem} what="L’aperçu est" />}
      {shown ? (
        <>
          <PdfView src={preview.bytes} title="La réponse telle qu’elle partira" />
          <SubmitRow
            label={act.atOnce === true ? 'Envoyer et clore' : entry.label}
            sending={state.sending}
            onSubmit={() => void state.perform(body)}
          />
        </>
      ) : (
        <div className="pv-form-actions">
          <Button
            variant="default"
            loading={busy}
            disabled={body.text === ''}
            onClick={() => void look()}
            data-submit
            rightSection={<kbd className="pv-wide-only">Ctrl Entrée</kbd>}
          >
            Voir la réponse telle qu’elle partira
          </Button>
        </div>
      )}
    </>
  );
}

function ConclusionDetail({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: ActValue;
  readonly onChange: (change: Partial<ActValue>) => void;
}): ReactNode {
  const text = (label: string): ReactNode => (
    <TextInput
      id={`${id}-detail`}
      label={label}
      required
      value={value.detail ?? ''}
      onChange={(event) => {
        onChange({ detail: event.currentTarget.value });
      }}
    />
  );
  switch (value.choice) {
    case 'planned':
      return (
        <TextInput
          id={`${id}-day`}
          type="date"
          label="Prévue le"
          required
          min={today()}
          value={value.day ?? ''}
          onChange={(event) => {
            onChange({ day: event.currentTarget.value });
          }}
        />
      );
    case 'done':
      return text('La preuve : ce qui a été fait ou vu');
    case 'notOurs':
      return text('Transmis à');
    case 'refused':
      return (
        <>
          <TextInput
            id={`${id}-by`}
            label="Fonction qui refuse"
            required
            value={value.person ?? ''}
            onChange={(event) => {
              onChange({ person: event.currentTarget.value });
            }}
          />
          {text('Motif, comme la fin d’une phrase')}
        </>
      );
    default:
      return null;
  }
}

function conclusionOf({
  choice = 'answered',
  day = '',
  detail = '',
  person = '',
}: ActValue): Readonly<Record<string, string>> {
  switch (choice) {
    case 'planned':
      return { kind: choice, on: day };
    case 'done':
      return { kind: choice, proof: detail };
    case 'refused':
      return { kind: choice, by: person, reason: detail };
    case 'notOurs':
      return { kind: choice, passedTo: detail };
    default:
      return { kind: 'answered' };
  }
}
