import {
  CITIZEN_KINDS,
  LANGUAGES,
  PREFERRED_CHANNELS,
  type CitizenKind,
  type Language,
  type PreferredChannel,
  type Wish,
} from '../../../../domain/request/citizen-preferences.js';
import {
  CITIZEN_FIELD_WORDS,
  CITIZEN_KIND_WORDS,
  LANGUAGE_WORDS,
  PREFERRED_CHANNEL_WORDS,
  WISH_WORDS,
  type CitizenField,
} from '../../../../domain/text/citizen-words.js';
import type { CitizenChangeDto, CitizenDto } from '../../api/citizens.js';
import type { ConflictChoice, ConflictField } from '../../components/state/conflict.js';
import { phone } from '../../text/format.js';

const PLAIN = ['lastName', 'firstName', 'birthName', 'phone', 'email', 'preferredChannel', 'language'] as const;
const ADDRESS = ['street', 'postalCode', 'city'] as const;
const NAMES = ['kind', ...PLAIN, ...ADDRESS, 'wishes'] as const;
type Name = (typeof NAMES)[number];

/** A sheet as its form holds it; wishes stand as their codes, separated by commas. */
export type CitizenValues = Readonly<Record<Name, string>>;

interface TextField {
  readonly name: Name;
  readonly label: string;
  readonly type: string;
}

export const CITIZEN_FIELDS: readonly TextField[] = [
  { name: 'lastName', label: CITIZEN_FIELD_WORDS.lastName, type: 'text' },
  { name: 'firstName', label: CITIZEN_FIELD_WORDS.firstName, type: 'text' },
  { name: 'birthName', label: CITIZEN_FIELD_WORDS.birthName, type: 'text' },
  { name: 'phone', label: CITIZEN_FIELD_WORDS.phone, type: 'tel' },
  { name: 'email', label: CITIZEN_FIELD_WORDS.email, type: 'email' },
  { name: 'street', label: 'Numéro et rue', type: 'text' },
  { name: 'postalCode', label: 'Code postal', type: 'text' },
  { name: 'city', label: 'Commune', type: 'text' },
];

interface ChoiceField {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What is chosen from a list; an empty value says nothing. */
export const CITIZEN_CHOICES: readonly ChoiceField[] = [
  {
    name: 'kind',
    label: CITIZEN_FIELD_WORDS.kind,
    options: CITIZEN_KINDS.map((value) => ({ value, label: CITIZEN_KIND_WORDS[value] })),
  },
  {
    name: 'preferredChannel',
    label: CITIZEN_FIELD_WORDS.preferredChannel,
    options: [
      { value: '', label: 'Sans préférence' },
      ...PREFERRED_CHANNELS.map((value) => ({ value, label: PREFERRED_CHANNEL_WORDS[value] })),
    ],
  },
  {
    name: 'language',
    label: CITIZEN_FIELD_WORDS.language,
    options: [
      { value: '', label: 'Non précisée' },
      ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_WORDS[value] })),
    ],
  },
];

export function valuesOf(citizen: CitizenDto): CitizenValues {
  const { lastName = '', firstName = '', birthName = '', phone = '', email = '', kind, wishes } = citizen;
  const { preferredChannel = '', language = '' } = citizen;
  const plain = { kind, lastName, firstName, birthName, phone, email, preferredChannel, language };
  return { ...plain, ...typedAddress(citizen.address), wishes: wishes.join(',') };
}

function typedAddress(address: CitizenDto['address']): Pick<CitizenValues, (typeof ADDRESS)[number]> {
  const { lines = [], postalCode = '', city = '' } = address ?? {};
  return { street: lines.join(', '), postalCode, city };
}

export function wishesOf(values: CitizenValues): readonly Wish[] {
  return values.wishes.split(',').filter((wish) => wish !== '') as readonly Wish[];
}

/** What changed and nothing else: a field left alone cannot overwrite a colleague's. */
export function changeOf(stored: CitizenDto, next: CitizenValues): CitizenChangeDto {
  const before = valuesOf(stored);
  const changed = (name: Name): boolean => before[name] !== next[name].trim();
  const plain = PLAIN.filter(changed).map((name) => [name, next[name].trim() === '' ? null : next[name].trim()]);
  return {
    ...(Object.fromEntries(plain) as CitizenChangeDto),
    ...(ADDRESS.some(changed) ? { address: addressOf(next) } : {}),
    ...(changed('kind') ? { kind: next.kind as CitizenKind } : {}),
    ...(changed('wishes') ? { wishes: [...wishesOf(next)] } : {}),
  };
}

function addressOf({ street, postalCode, city }: CitizenValues): NonNullable<CitizenChangeDto['address']> | null {
  if ([street, postalCode, city].every((part) => part.trim() === '')) return null;
  return {
    lines: street.trim() === '' ? [] : [street.trim()],
    ...(postalCode.trim() === '' ? {} : { postalCode: postalCode.trim() }),
    ...(city.trim() === '' ? {} : { city: city.trim() }),
  };
}

/** The fields in which before, mine and theirs are not all the same. */
export function conflictFieldsOf(base: CitizenDto, mine: CitizenValues, stored: CitizenDto): readonly ConflictField[] {
  const before = valuesOf(base);
  const theirs = valuesOf(stored);
  const labels = [
    ...CITIZEN_FIELDS,
    ...CITIZEN_CHOICES,
    { name: 'wishes' as const, label: CITIZEN_FIELD_WORDS.wishes },
  ];
  return labels
    .filter(({ name }) => before[name] !== mine[name] || before[name] !== theirs[name])
    .map(({ name, label }) => ({
      ...{ name, label },
      before: inFrench(name, before),
      mine: inFrench(name, mine),
      theirs: inFrench(name, theirs),
    }));
}

/** A value as it is read: codes in words. */
function inFrench(name: Name, values: CitizenValues): string {
  const value = values[name];
  if (name === 'wishes') return wishesOf(values).map((wish) => WISH_WORDS[wish]).join(', '); // prettier-ignore
  if (name === 'kind') return CITIZEN_KIND_WORDS[value as CitizenKind];
  if (value === '') return value;
  if (name === 'language') return LANGUAGE_WORDS[value as Language];
  return name === 'preferredChannel' ? PREFERRED_CHANNEL_WORDS[value as PreferredChannel] : value;
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

/** What a sheet says in one field, as it is read. */
export function fieldInFrench(field: CitizenField, citizen: CitizenDto): string {
  const values = valuesOf(citizen);
  if (field === 'phone') return phone(values.phone);
  if (field !== 'address') return inFrench(field, values);
  return [values.street, [values.postalCode, values.city].filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join(', ');
}

export function sameField(field: CitizenField, one: CitizenDto, other: CitizenDto): boolean {
  return fieldInFrench(field, one) === fieldInFrench(field, other);
}
