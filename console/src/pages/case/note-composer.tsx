import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { addNote, type CaseDetailDto } from '../../api/cases.js';
import { usePerson } from '../../api/places.js';
import { PersonSelect } from '../../components/person-select.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { onSubmitKey } from '../../shell/submit-key.js';
import { count } from '../../text/format.js';
import { SubmitRow } from './acts/submit-row.js';
import type { WRITE_NOTE } from './write-note.js';

interface NoteDraft {
  readonly text: string;
  /** Whom it is told to; absent from what was typed before there was such a choice. */
  readonly mentions?: readonly string[];
}

const EMPTY_NOTE: NoteDraft = { text: '' };

/** A note among colleagues; kept as a draft until it is added. */
export function NoteComposer({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const draft = useDraft({ kind: 'note', key: `note:${caseId}`, caseId }, EMPTY_NOTE);
  const [sending, setSending] = useState(false);
  const text = draft.value.text.trim();
  const { mentions = [] } = draft.value;
  const send = async (): Promise<void> => {
    if (sending || text === '') return;
    setSending(true);
    try {
      await draft.flush();
      const note = { text, mentions };
      await draft.once(note, (key) => addNote(caseId, note, key));
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
          draft.set({ ...draft.value, text: event.currentTarget.value }, `Note — ${caseNumber}`);
        }}
        onBlur={() => void draft.flush()}
      />
      <Mentions
        caseId={caseId}
        mentions={mentions}
        onChange={(next) => {
          draft.set({ ...draft.value, mentions: next }, `Note — ${caseNumber}`);
        }}
      />
      <SubmitRow label="Ajouter la note" sending={sending} disabled={text === ''} onSubmit={() => void send()}>
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </SubmitRow>
    </div>
  );
}

interface MentionsProps {
  readonly caseId: string;
  readonly mentions: readonly string[];
  readonly onChange: (mentions: readonly string[]) => void;
}

/** Colleagues who are to read the note: it is told to them, where they may read the request. */
function Mentions({ caseId, mentions, onChange }: MentionsProps): ReactNode {
  return (
    <details>
      <summary>
        {mentions.length === 0
          ? 'Prévenir un collègue'
          : count(mentions.length, 'collègue à prévenir', 'collègues à prévenir')}
      </summary>
      <ul className="pv-plain-list">
        {mentions.map((id) => (
          <li key={id}>
            <Mention
              id={id}
              onRemove={() => {
                onChange(mentions.filter((one) => one !== id));
              }}
            />
          </li>
        ))}
      </ul>
      <PersonSelect
        // Drawn anew for the next one: what was looked for is taken.
        key={mentions.length}
        id={`mention-${caseId}`}
        label="Qui prévenir"
        description="La note lui est signalée, si cette personne peut lire la demande."
        value={undefined}
        onChange={(id) => {
          if (id !== undefined && !mentions.includes(id)) onChange([...mentions, id]);
        }}
      />
    </details>
  );
}

function Mention({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }): ReactNode {
  const name = usePerson(id).data?.name ?? '…';
  return (
    <>
      {name}{' '}
      <Button size="compact-xs" variant="subtle" aria-label={`Ne pas prévenir ${name}`} onClick={onRemove}>
        Retirer
      </Button>
    </>
  );
}
