import { citizenName, type CitizenDto } from '../api/citizens.js';
import { count, phone } from './format.js';

/** What tells homonyms apart: address, telephone, mail, how many requests. */
export function citizenFacts({ address, phone: number, email, cases }: CitizenDto): string {
  const facts = [address?.lines[0], number === undefined ? undefined : phone(number), email, count(cases, 'demande')];
  return facts.filter((fact) => fact !== undefined).join(' · ');
}

/** Whether two sheets must be told apart by more than their names. */
export function areHomonyms(one: CitizenDto, other: CitizenDto): boolean {
  return one.id !== other.id && citizenName(one).toLowerCase() === citizenName(other).toLowerCase();
}
