import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { Empty } from '../../components/state/empty.js';
import { moment, ofPerson } from '../../text/format.js';
import { MessagesPanel } from './messages-panel.js';
import { NoteComposer } from './note-composer.js';

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
  sent: 'envoi fait',
  released: 'envoi retenu',
  toPost: 'à poster',
  posted: 'envoi posté',
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
