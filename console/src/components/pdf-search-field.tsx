import { ActionIcon, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { count, typeset } from '../text/format.js';
import { Icon } from './icon.js';
import { usePdfTextSearch, type PdfTextSearch } from './pdf-text-search.js';

/** Words looked for in a PDF: Enter goes to the next place, Shift Enter to the one before. */
export function PdfSearchField({ layers }: { readonly layers: ReadonlyMap<number, HTMLElement> }): ReactNode {
  const [query, setQuery] = useState('');
  const search = usePdfTextSearch(layers, query);
  return (
    <div role="search" className="pv-pdf-search">
      <TextInput
        type="search"
        size="xs"
        aria-label="Chercher dans le document"
        placeholder="Chercher"
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          search.step(event.shiftKey ? -1 : 1);
        }}
      />
      <ActionIcon
        variant="default"
        aria-label="Occurrence précédente"
        disabled={search.found === 0}
        onClick={() => {
          search.step(-1);
        }}
      >
        <Icon name="up" size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label="Occurrence suivante"
        disabled={search.found === 0}
        onClick={() => {
          search.step(1);
        }}
      >
        <Icon name="down" size={16} />
      </ActionIcon>
      <span role="status">{typeset(inWords(query, search))}</span>
    </div>
  );
}

function inWords(query: string, { found, here, hasText }: PdfTextSearch): string {
  if (query.trim() === '') return '';
  if (!hasText) return 'Ce document n’a pas de texte : ce sont des images.';
  if (found === 0) return 'Introuvable dans ce document.';
  return `${String(here)} sur ${count(found, 'occurrence')}`;
}
