import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { LetterBeside, useLivePreview } from '../../components/live-preview.js';
import { Failure } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { ActSection } from '../case/acts/act-section.js';
import { SubmitRow } from '../case/acts/submit-row.js';
import { usePanelAct, type PanelProps } from './panel-act.js';

/** The text corrected, its letter seen again, then endorsed: those named by the process are asked again. */
export function CorrectLetter({ caseFile, item, letter, onDone, onClose }: PanelProps): ReactNode {
  const { caseId, answer } = caseFile;
  const [initial] = useState({ text: answer?.text ?? '' });
  const draft = useDraft({ kind: 'correction', key: `correct:${item.id}`, caseId, taskId: item.id }, initial);
  const text = draft.value.text.trim();
  const changed = text !== '' && text !== (answer?.text ?? '').trim();
  const preview = useLivePreview(caseId, changed ? { text } : undefined);
  const { busy, problem, send } = usePanelAct({ item, caseFile, onDone, draft });
  return (
    <ActSection className="pv-form" label="Corriger le texte" onClose={onClose}>
      <Textarea
        label="Le texte de la réponse"
        description="Votre correction est visible dans l’historique, avec le texte d’avant."
        autosize
        minRows={6}
        value={draft.value.text}
        onChange={(event) => {
          draft.set({ text: event.currentTarget.value }, `Correction — ${item.caseNumber}`);
        }}
        onBlur={() => void draft.flush()}
      />
      <DraftLine status={draft.status} savedAt={draft.savedAt} />
      {changed ? <LetterBeside preview={preview} title="La lettre corrigée, telle qu’elle partira" /> : null}
      {problem === undefined ? null : <Failure error={problem} />}
      <SubmitRow
        label="Viser le texte corrigé"
        sending={busy}
        disabled={!changed || !preview.current}
        onSubmit={() =>
          void send(
            'endorse-corrected',
            { letterHash: letter.letterHash, text },
            `${item.caseNumber} : texte corrigé et visé.`,
          )
        }
      />
    </ActSection>
  );
}
