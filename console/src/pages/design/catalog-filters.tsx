import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { useViewParam } from '../../shell/peek.js';

export interface ThemeOption {
  readonly value: string;
  readonly label: string;
}

const SORTS = [
  { value: 'titre', label: 'Titre' },
  { value: 'encours', label: 'Demandes en cours' },
  { value: 'retard', label: 'Retards' },
  { value: 'recent', label: 'Dernier changement' },
];

/** What the catalogue is narrowed to, in the address. */
export function CatalogFilters({ themes }: { readonly themes: readonly ThemeOption[] }): ReactNode {
  const [q, setQ] = useViewParam('q');
  const [theme, setTheme] = useViewParam('theme');
  const [sort, setSort] = useViewParam('tri', 'titre');
  const [attention, setAttention] = useViewParam('sante');
  const [unused, setUnused] = useViewParam('jamais');
  return (
    <FilterBar>
      <ListSearch label="Chercher un processus, un service" value={q} onChange={setQ} />
      <Select
        label="Thème"
        value={theme}
        data={[{ value: '', label: 'Tous' }, ...themes]}
        searchable
        allowDeselect={false}
        onChange={(next) => {
          setTheme(next ?? '');
        }}
      />
      <Select
        label="Trier par"
        value={sort}
        data={SORTS}
        allowDeselect={false}
        onChange={(next) => {
          setSort(next ?? 'titre');
        }}
      />
      <div className="pv-filter-checks">
        <Checkbox
          label="À surveiller seulement"
          checked={attention !== ''}
          onChange={(event) => {
            setAttention(event.currentTarget.checked ? 'oui' : '');
          }}
        />
        <Checkbox
          label="Jamais utilisés seulement"
          checked={unused !== ''}
          onChange={(event) => {
            setUnused(event.currentTarget.checked ? 'oui' : '');
          }}
        />
      </div>
    </FilterBar>
  );
}
