import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { moment, typeset } from '../text/format.js';
import type { NamedPerson } from './person-chip.js';
import './timeline.css';

export interface TimelineEntry {
  readonly id: string;
  /** With its offset. */
  readonly at: string;
  readonly words: string;
  /** False for the machine's own detail, folded away unless asked for. */
  readonly essential: boolean;
  readonly actor?: NamedPerson | undefined;
  readonly actorRoleWords?: string | undefined;
  readonly onBehalfOf?: NamedPerson | undefined;
  readonly text?: { readonly erased: boolean; readonly body?: string } | undefined;
}

/** What happened, the latest first; the machine's own lines only on demand. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactNode {
  const [all, setAll] = useState(false);
  const shown = entries.filter(({ essential }) => all || essential).toReversed();
  return (
    <div>
      <SegmentedControl
        size="xs"
        className="pv-no-print"
        aria-label="Détail de l’historique"
        value={all ? 'all' : 'essential'}
        data={[
          { value: 'essential', label: 'Essentiel' },
          { value: 'all', label: 'Tout' },
        ]}
        onChange={(value) => {
          setAll(value === 'all');
        }}
      />
      <ol className="pv-timeline">
        {shown.map((entry) => (
          <li key={entry.id} data-essential={entry.essential}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { at, words, actor, actorRoleWords, onBehalfOf, text } = entry;
  const who =
    actor === undefined
      ? undefined
      : [
          actor.name,
          actor.functionTitle ?? actorRoleWords,
          onBehalfOf === undefined ? undefined : `pour ${onBehalfOf.name}`,
        ]
          .filter(Boolean)
          .join(', ');
  return (
    <>
      <p className="pv-timeline-words">{words}</p>
      <p className="pv-row-sub">{typeset([moment(at), who].filter(Boolean).join(' · '))}</p>
      {text === undefined ? null : (
        <blockquote className="pv-quote">
          {text.erased ? 'Texte effacé en application des durées de conservation.' : text.body}
        </blockquote>
      )}
    </>
  );
}
