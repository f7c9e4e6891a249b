import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { addNote, type CaseDetailDto } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { onSubmitKey } from '../../shell/submit-key.js';
import { SubmitRow } from './acts/submit-row.js';

const EMPTY_NOTE = { text: '' };
/** State of an address that was asked for to write a note: its field takes the focus. */
export const WRITE_NOTE = { writeNote: true };

/** A note among colleagues; kept as a draft until it is added. */
export function NoteComposer({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const draft = useDraft({ kind: 'note', key: `note:${caseId}`, caseId }, EMPTY_NOTE);
  const keyFor = useIntention();
  const [sending, setSending] = useState(false);
  const text = draft.value.text.trim();
  const send = async (): Promise<void> => {
    if (sending || text === '') return;
    setSending(true);
    try {
      await draft.flush();
      await addNote(caseId, text, keyFor(text));
      await draft.discard();
      sayDone(`Note ajoutée à ${caseNumber}.`);
    } catch (error) {
      sayFailed(error);
    } finally {
      setSending(false);
    }
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const location = useLocation();
  const asked = (location.state as Partial<typeof WRITE_NOTE> | null)?.writeNote === true;
  useEffect(() => {
    if (asked) field.current?.focus();
  }, [asked, location.key]);
  const onKey = (event: KeyboardEvent): void => {
    onSubmitKey(event, () => void send());
  };
  return (
    <div className="pv-note-box pv-no-print" onKeyDown={onKey} role="group" aria-label="Nouvelle note">
      <Textarea
        ref={field}
        label="Note interne"
        description="Pour vos collègues : l’usager ne la voit jamais."
        minRows={2}
        value={draft.value.text}
        onChange={(event) => {
          draft.set({ text: event.currentTarget.value }, `Note — ${caseNumber}`);
        }}
        onBlur={() => void draft.flush()}
      />
      <SubmitRow label="Ajouter la note" sending={sending} disabled={text === ''} onSubmit={() => void send()}>
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </SubmitRow>
    </div>
  );
}
