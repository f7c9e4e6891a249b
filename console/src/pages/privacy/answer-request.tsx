import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { PRIVACY_OUTCOMES, type PrivacyOutcome } from '../../../../domain/request/privacy-request.js';
import { PRIVACY_OUTCOME_WORDS } from '../../../../domain/text/privacy-words.js';
import { answerPrivacyRequest, eraseUnder, extendPrivacyRequest, type PrivacyRequestDto } from '../../api/privacy.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { Failure } from '../../components/state/failure.js';
import { useDraft } from '../../drafts/use-draft.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { sayDone, told } from '../../shell/toasts.js';
import { typeset } from '../../text/format.js';

export interface Answering {
  readonly outcome: PrivacyOutcome;
  readonly answer: string;
}

/** The answer to one request; an erasure that is granted asks for its number again, since nothing undoes it. */
export function AnswerRequest({ request }: { readonly request: PrivacyRequestDto }): ReactNode {
  const draft = useDraft<Answering>(
    { kind: 'other', key: `privacy:${request.citizenId}:${request.id}` },
    { outcome: 'granted', answer: '' },
  );
  const { outcome, answer } = draft.value;
  const [confirm, setConfirm] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const erases = request.kind === 'erasure' && outcome !== 'refused';
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await draft.flush();
      if (erases) await eraseUnder(request.id, { outcome, answer, confirm });
      else await answerPrivacyRequest(request.id, { outcome, answer });
      await draft.discard();
      sayDone(`La réponse à ${request.number} est au registre.`);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="pv-form">
      {problem === undefined ? null : <Failure error={problem} />}
      <AnswerFields
        value={draft.value}
        onChange={(next) => {
          draft.set({ ...draft.value, ...next }, `Réponse à ${request.number}`);
        }}
        onBlur={() => void draft.flush()}
      />
      {erases ? (
        <TextInput
          label={typeset(`Recopiez ${request.number} pour effacer`)}
          description="Rien ne peut annuler un effacement."
          value={confirm}
          onChange={(event) => {
            setConfirm(event.currentTarget.value);
          }}
        />
      ) : null}
      <div className="pv-form-actions">
        <Button
          loading={busy}
          disabled={answer.trim() === '' || (erases && confirm.trim() === '')}
          onClick={() => void send()}
        >
          {erases ? 'Effacer ce qui peut l’être' : 'Enregistrer la réponse'}
        </Button>
        <Extend request={request} />
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </div>
    </div>
  );
}

interface AnswerFieldsProps {
  readonly value: Answering;
  readonly onChange: (next: Partial<Answering>) => void;
  readonly onBlur: () => void;
}

/** What becomes of a request, and what its citizen is told. */
export function AnswerFields({ value: { outcome, answer }, onChange, onBlur }: AnswerFieldsProps): ReactNode {
  return (
    <>
      <NativeSelect
        label="Suite donnée"
        data={PRIVACY_OUTCOMES.map((value) => ({ value, label: PRIVACY_OUTCOME_WORDS[value] }))}
        value={outcome}
        onChange={(event) => {
          onChange({ outcome: event.currentTarget.value as PrivacyOutcome });
        }}
      />
      <Textarea
        label="Ce qui est répondu à l’usager"
        autosize
        minRows={3}
        value={answer}
        onChange={(event) => {
          onChange({ answer: event.currentTarget.value });
        }}
        onBlur={onBlur}
      />
    </>
  );
}

/** Two months more, within the first: the citizen must be told, and why. */
export function Extend({ request }: { readonly request: PrivacyRequestDto }): ReactNode {
  if (request.extended || request.late) return null;
  return (
    <Button
      variant="default"
      onClick={() =>
        void told(
          extendPrivacyRequest(request.id),
          'Le délai est prolongé de deux mois : dites-le à l’usager, et pourquoi.',
        )
      }
    >
      Prolonger de deux mois
    </Button>
  );
}
