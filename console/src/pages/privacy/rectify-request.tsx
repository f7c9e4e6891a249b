import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CitizenDto } from '../../api/citizens.js';
import { answerPrivacyRequest, rectifyUnder, type PrivacyRequestDto } from '../../api/privacy.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { Failure } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { SheetFields } from '../citizens/citizen-form.js';
import { changeOf, valuesOf, type CitizenValues } from '../citizens/citizen-values.js';
import { AnswerFields, Extend, type Answering } from './answer-request.js';

interface Rectifying extends Answering {
  /** What was stored when the correction began. */
  readonly base: CitizenDto;
  readonly values: CitizenValues;
}

interface RectifyRequestProps {
  readonly request: PrivacyRequestDto;
  readonly citizen: CitizenDto;
}

/** A rectification, made where it is answered: the sheet is corrected and the request closed together. */
export function RectifyRequest({ request, citizen }: RectifyRequestProps): ReactNode {
  const [initial] = useState<Rectifying>(() => ({
    outcome: 'granted',
    answer: '',
    base: citizen,
    values: valuesOf(citizen),
  }));
  const draft = useDraft<Rectifying>({ kind: 'other', key: `rectify:${request.citizenId}:${request.id}` }, initial);
  const { outcome, answer, base, values } = draft.value;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isRefused = outcome === 'refused';
  const change = changeOf(base, values);
  const isUnchanged = Object.keys(change).length === 0;
  const title = `Réponse à ${request.number}`;
  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await draft.flush();
      if (isRefused) await answerPrivacyRequest(request.id, { outcome, answer });
      else await rectifyUnder(request.id, { outcome, answer, version: base.version, change });
      await draft.discard();
      sayDone(`La réponse à ${request.number} est au registre.`);
    } catch (error) {
      const refused = asProblem(error);
      // A colleague corrected the sheet: what stands now is under one's own corrections, to be read before they are sent again.
      if (refused.status === 412) draft.set({ ...draft.value, ...onTop(refused.current as CitizenDto, base, values) });
      setProblem(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="pv-form">
      {problem === undefined ? null : <Failure error={problem} />}
      {isRefused ? null : (
        <fieldset className="pv-fieldset">
          <legend>Ce qui est corrigé sur la fiche</legend>
          <SheetFields
            values={values}
            onChange={(next) => {
              draft.set({ ...draft.value, values: next }, title);
            }}
            onBlur={() => void draft.flush()}
          />
        </fieldset>
      )}
      <AnswerFields
        value={draft.value}
        onChange={(next) => {
          draft.set({ ...draft.value, ...next }, title);
        }}
        onBlur={() => void draft.flush()}
      />
      <div className="pv-form-actions">
        <Button
          loading={busy}
          disabled={answer.trim() === '' || (!isRefused && isUnchanged)}
          onClick={() => void send()}
        >
          {isRefused ? 'Enregistrer la réponse' : 'Corriger et répondre'}
        </Button>
        <Extend request={request} />
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </div>
    </div>
  );
}

/** One's own corrections over what is stored now. */
function onTop(stored: CitizenDto, base: CitizenDto, mine: CitizenValues): Pick<Rectifying, 'base' | 'values'> {
  const before: Readonly<Record<string, string>> = valuesOf(base);
  const own = Object.entries(mine).filter(([name, value]) => before[name] !== value);
  return { base: stored, values: { ...valuesOf(stored), ...Object.fromEntries(own) } };
}
