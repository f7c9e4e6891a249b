import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { addNote, type CaseDetailDto } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import { Empty } from '../../components/state/empty.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayFailed } from '../../shell/toasts.js';
import { moment, ofPerson } from '../../text/format.js';
import { SubmitRow } from './acts/submit-row.js';
import { MessagesPanel } from './messages-panel.js';

interface Line {
  readonly id: string;
  readonly at: string;
  readonly kind: 'in' | 'out' | 'note';
  readonly head: string;
  readonly text?: string | undefined;
}

/** What was exchanged with the citizen, and the notes among colleagues: two things that never mix. */
export function CaseExchanges({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const lines = linesOf(caseFile);
  return (
    <>
      <MessagesPanel caseFile={caseFile} />
      <NoteComposer caseFile={caseFile} />
      {lines.length === 0 ? <Empty title="Aucun échange pour l’instant." /> : null}
      <ol className="pv-plain-list">
        {lines.map((line) => (
          <li key={line.id} className="pv-exchange" data-kind={line.kind}>
            <p>
              <strong>{line.head}</strong> <span className="pv-row-sub">{moment(line.at)}</span>
            </p>
            {line.text === undefined ? null : <p className="pv-words">{line.text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

const STATES: Readonly<Record<string, string>> = {
  toSend: 'va partir',
  failed: 'n’a pas pu partir',
  reserved: 'en cours d’envoi',
  sent: 'envoyée',
  released: 'retenue',
  toPost: 'à poster',
  posted: 'postée',
};
const CHANNELS: Readonly<Record<string, string>> = {
  email: 'par courriel',
  letter: 'par courrier',
  spoken: 'de vive voix',
};

function linesOf({ messages, notes }: CaseDetailDto): readonly Line[] {
  const exchanged = messages.map(({ direction, at, words, channel, state, text, author }, index): Line => {
    const facts = [
      author === undefined ? words : `${words} ${ofPerson(author.name)}`,
      channel === undefined ? undefined : CHANNELS[channel],
      state === undefined ? undefined : STATES[state],
    ];
    return {
      id: `m${String(index)}`,
      at,
      kind: direction,
      head: facts.filter((fact) => fact !== undefined).join(', '),
      text,
    };
  });
  const among = notes
    .filter(({ author }) => author.id !== 'citizen')
    .map(({ id, at, author, body }): Line => ({
      id,
      at,
      kind: 'note',
      head: `Note interne ${ofPerson(author.name)}`,
      text: body,
    }));
  return [...exchanged, ...among].sort((one, other) => (one.at < other.at ? 1 : -1));
}

const EMPTY_NOTE = { text: '' };
/** State of an address that was asked for to write a note: its field takes the focus. */
export const WRITE_NOTE = { writeNote: true };

function NoteComposer({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
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
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
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
