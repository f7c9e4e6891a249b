import { useDepartments, useQuartiers } from '../../api/places.js';
import { LATE, type Operator, type Option } from '../../../../domain/text/search-operators.js';

const STATUSES: readonly Option[] = [
  { value: 'open', label: 'en cours' },
  { value: 'closed', label: 'close' },
  { value: 'ended', label: 'terminée' },
];
const DUES: readonly Option[] = [
  { value: LATE, label: 'dépassée' },
  ...[1, 3, 5, 10].map((days) => ({ value: String(days), label: `<${String(days)}j` })),
];

/** What a search may be narrowed by, with the values that this town knows. */
export function useOperators(): readonly Operator[] {
  const { data: departments } = useDepartments();
  const { data: quartiers } = useQuartiers();
  return [
    { name: 'department', word: 'service', options: named(departments?.items ?? []) },
    { name: 'status', word: 'statut', options: STATUSES },
    { name: 'due', word: 'échéance', options: DUES },
    { name: 'quartier', word: 'quartier', options: named(quartiers?.items ?? []) },
  ];
}

/** What a value is called: its number of days where it is none of those offered. */
export function valueWords({ options, name }: Operator, value: string): string {
  const known = options.find((one) => one.value === value)?.label;
  return known ?? (name === 'due' ? `<${value}j` : value);
}

function named(all: readonly { readonly id: string; readonly name: string }[]): readonly Option[] {
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
