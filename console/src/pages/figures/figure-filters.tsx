import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { CHANNEL_WORDS } from '../../../../domain/text/case-words.js';
import { useDepartments, useOrganisations, useQuartiers, useThemes } from '../../api/places.js';
import type { StatisticsQuery } from '../../api/steering.js';
import { FilterBar } from '../../components/filter-bar.js';
import { useViewParam } from '../../shell/peek.js';
import { capital, today } from '../../text/format.js';

export type FigureQuery = StatisticsQuery;

export const GROUPS = [
  { value: 'department', label: 'Service' },
  { value: 'theme', label: 'Thème' },
  { value: 'channel', label: 'Canal' },
  { value: 'quartier', label: 'Quartier' },
  { value: 'organisation', label: 'Organisation' },
  { value: 'month', label: 'Mois' },
];

/** What figures may be narrowed to, by the name it has in the address. */
const NARROWED = [
  ['organisation', 'organisation', 'Organisation'],
  ['service', 'department', 'Service'],
  ['theme', 'theme', 'Thème'],
  ['quartier', 'quartier', 'Quartier'],
  ['canal', 'channel', 'Canal'],
] as const;

/** The period, the group and the filters, all from the address. */
export function useFigureQuery(): { readonly query: FigureQuery; readonly clear: () => void } {
  const [params, setParams] = useSearchParams();
  const now = today();
  const narrowed = NARROWED.flatMap(([param, name]) => {
    const value = params.get(param);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return {
    query: {
      from: params.get('du') ?? `${now.slice(0, 4)}-01-01`,
      to: params.get('au') ?? now,
      groupBy: params.get('par') ?? 'department',
      ...Object.fromEntries(narrowed),
    },
    clear: () => {
      setParams({}, { replace: true });
    },
  };
}

/** What the figures are narrowed to, in words: on paper the fields are not there to say it. */
export function useNarrowedWords(): string {
  const { query } = useFigureQuery();
  const choices = useChoices();
  return NARROWED.flatMap(([, name, label]) => {
    const value = query[name];
    const words = choices[name].find((one) => one.value === value)?.label;
    return words === undefined ? [] : [` ${label} : ${words}.`];
  }).join('');
}

export function FigureFilters(): ReactNode {
  const { query } = useFigureQuery();
  const [, setFrom] = useViewParam('du');
  const [, setTo] = useViewParam('au');
  const [, setGroup] = useViewParam('par', 'department');
  const choices = useChoices();
  return (
    <FilterBar>
      <TextInput
        type="date"
        label="Du"
        value={query.from}
        max={query.to}
        onChange={(event) => {
          setFrom(event.currentTarget.value);
        }}
      />
      <TextInput
        type="date"
        label="Au"
        value={query.to}
        min={query.from}
        onChange={(event) => {
          setTo(event.currentTarget.value);
        }}
      />
      <Select
        label="Par"
        data={GROUPS}
        value={query.groupBy}
        allowDeselect={false}
        onChange={(next) => {
          setGroup(next ?? 'department');
        }}
      />
      {NARROWED.map(([param, name, label]) => (
        <Narrow key={param} param={param} label={label} options={choices[name]} />
      ))}
    </FilterBar>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function Narrow({
  param,
  label,
  options,
}: {
  readonly param: string;
  readonly label: string;
  readonly options: readonly Option[];
}): ReactNode {
  const [value, setValue] = useViewParam(param);
  return (
    <Select
      label={label}
      data={[{ value: '', label: 'Tous' }, ...options]}
      value={value}
      allowDeselect={false}
      searchable={options.length > 10}
      nothingFoundMessage="Rien de ce nom"
      onChange={(next) => {
        setValue(next ?? '');
      }}
    />
  );
}

function useChoices(): Readonly<Record<(typeof NARROWED)[number][1], readonly Option[]>> {
  const organisations = useOrganisations().data?.items ?? [];
  const departments = useDepartments().data?.items ?? [];
  const quartiers = useQuartiers().data?.items ?? [];
  const themes = useThemes().data ?? [];
  return {
    organisation: named(organisations),
    department: named(departments),
    theme: named(themes),
    quartier: named(quartiers),
    channel: Object.entries(CHANNEL_WORDS).map(([value, label]) => ({
      value,
      label: capital(label),
    })),
  };
}

function named(all: readonly { readonly id: string; readonly name: string }[]): readonly Option[] {
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
