import type { CitizenChangeDto, CitizenDto } from '../../api/citizens.js';
import type { ConflictChoice, ConflictField } from '../../components/state/conflict.js';

const NAMES = ['lastName', 'firstName', 'phone', 'email', 'street', 'postalCode', 'city'] as const;
type Name = (typeof NAMES)[number];

/** A sheet as its form holds it. */
export type CitizenValues = Readonly<Record<Name, string>>;

export const CITIZEN_FIELDS: readonly { readonly name: Name; readonly label: string; readonly type: string }[] = [
  { name: 'lastName', label: 'Nom d’usage', type: 'text' },
  { name: 'firstName', label: 'Prénom', type: 'text' },
  { name: 'phone', label: 'Téléphone', type: 'tel' },
  { name: 'email', label: 'Courriel', type: 'email' },
  { name: 'street', label: 'Numéro et rue', type: 'text' },
  { name: 'postalCode', label: 'Code postal', type: 'text' },
  { name: 'city', label: 'Commune', type: 'text' },
];

export function valuesOf(citizen: CitizenDto): CitizenValues {
  const { lastName = '', firstName = '', phone = '', email = '' } = citizen;
  const { lines = [], postalCode = '', city = '' } = citizen.address ?? {};
  return { lastName, firstName, phone, email, street: lines.join(', '), postalCode, city };
}

/** What changed and nothing else: a field left alone cannot overwrite a colleague's. */
export function changeOf(stored: CitizenDto, next: CitizenValues): CitizenChangeDto {
  const before = valuesOf(stored);
  const changed = (name: Name): boolean => before[name] !== next[name].trim();
  const plain = (['lastName', 'firstName', 'phone', 'email'] as const)
    .filter(changed)
    .map((name) => [name, next[name].trim() === '' ? null : next[name].trim()]);
  const moved = (['street', 'postalCode', 'city'] as const).some(changed);
  return { ...(Object.fromEntries(plain) as CitizenChangeDto), ...(moved ? { address: addressOf(next) } : {}) };
}

function addressOf({ street, postalCode, city }: CitizenValues): NonNullable<CitizenChangeDto['address']> | null {
  if (street.trim() === '') return null;
  return {
    lines: [street.trim()],
    ...(postalCode.trim() === '' ? {} : { postalCode: postalCode.trim() }),
    ...(city.trim() === '' ? {} : { city: city.trim() }),
  };
}

/** The fields in which before, mine and theirs are not all the same. */
export function conflictFieldsOf(base: CitizenDto, mine: CitizenValues, stored: CitizenDto): readonly ConflictField[] {
  const before = valuesOf(base);
  const theirs = valuesOf(stored);
  return CITIZEN_FIELDS.filter(({ name }) => before[name] !== mine[name] || before[name] !== theirs[name]).map(
    ({ name, label }) => ({ name, label, before: before[name], mine: mine[name], theirs: theirs[name] }),
  );
}

export function mergeChoices(
  stored: CitizenDto,
  mine: CitizenValues,
  choices: Readonly<Record<string, ConflictChoice>>,
): CitizenValues {
  const theirs = valuesOf(stored);
  return Object.fromEntries(
    NAMES.map((name) => [name, choices[name] === 'mine' ? mine[name] : theirs[name]]),
  ) as unknown as CitizenValues;
}
