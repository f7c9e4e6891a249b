import type { CitizenSheetRow } from '../database/repositories/citizens.repository.js';

/** Why two records may be one person, in French, with what each reason weighs. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
  /** They share a mail address or a telephone; homonyms share a name only. */
  readonly byContact: boolean;
}

type Sheet = Pick<CitizenSheetRow, 'firstName' | 'lastName' | 'birthName' | 'email' | 'phone' | 'address'>;

/** A common name alone is a homonym: it takes a contact, or a name and an address. */
const ENOUGH = 3;

/** What two records have in common; undefined where it is not enough to suggest that they are one person. */
export function likelySame(one: Sheet, other: Sheet): Likeness | undefined {
  const contacts = [
    reason(same(one.email, other.email), 3, 'même courriel'),
    reason(same(phoneOf(one), phoneOf(other)), 3, 'même téléphone'),
  ].flat();
  const found = [
    contacts,
    reason(same(streetOf(one), streetOf(other)), 1, 'même adresse'),
    reason(same(one.firstName, other.firstName), 1, 'même prénom'),
    reason(same(one.lastName, other.lastName), 1, 'même nom'),
    reason(same(one.birthName, other.lastName) || same(one.lastName, other.birthName), 2, 'même nom de naissance'),
  ].flat();
  const score = found.reduce((sum, { weight }) => sum + weight, 0);
  return score < ENOUGH
    ? undefined
    : { score, reasons: found.map(({ words }) => words), byContact: contacts.length > 0 };
}

interface Reason {
  readonly weight: number;
  readonly words: string;
}

function reason(holds: boolean, weight: number, words: string): readonly Reason[] {
  return holds ? [{ weight, words }] : [];
}

function same(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && fold(one) !== '' && fold(one) === fold(other);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'\-.,\s]+/g, ' ')
    .trim();
}

function phoneOf({ phone }: Sheet): string | null {
  return phone === null ? null : phone.replace(/\D/g, '').replace(/^(?:00)?330?(?=[1-9])/, '0');
}

function streetOf({ address }: Sheet): string | null {
  return address?.lines[0] ?? null;
}
