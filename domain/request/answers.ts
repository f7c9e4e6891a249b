import type { LocalDate } from '../time/local-date.js';

/** A place in the town: what the citizen wrote or pointed at, and what the street index made of it. */
export interface PlaceAnswer {
  /** « 12 bis rue des Tilleuls », or what stands nearby. */
  readonly label: string;
  /** Street of the town's index. */
  readonly street?: string;
  readonly quartier?: string;
  /** WGS 84, degrees. */
  readonly longitude?: number;
  readonly latitude?: number;
}

/** A postal address anywhere. */
export interface AddressAnswer {
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country?: string;
}

/** Somebody other than the one who asks: the child, the deceased, the president of an association. */
export interface PersonAnswer {
  readonly familyName: string;
  readonly givenNames: string;
  readonly usageName?: string;
  readonly birthDate?: LocalDate;
  readonly birthPlace?: string;
}

/**
 * The value of one answer, by type of field: text (`shortText`, `longText`, `choice`, `email`, `phone`), yes/no, a
 * number, an amount in euros, `YYYY-MM-DD`, `HH:MM`, values of options, a place, an address, a person, ids of uploaded
 * documents.
 */
export type Answer = string | boolean | number | readonly string[] | PlaceAnswer | AddressAnswer | PersonAnswer;

/** By key of the field; what was not answered is absent. */
export type Answers = Readonly<Record<string, Answer>>;

/** What is wrong with an answer. The limit or format it broke is in `AnswerFault.detail`. */
export const ANSWER_FAULT_CODES = [
  'answers.not-an-object',
  'answers.unknown-field',
  'answer.required',
  'answer.wrong-type',
  'answer.too-long',
  'answer.too-small',
  'answer.too-large',
  'answer.too-few',
  'answer.too-many',
  'answer.bad-format',
  'answer.not-an-option',
  'answer.bad-date',
  'answer.date-past',
  'answer.date-future',
] as const;

export type AnswerFaultCode = (typeof ANSWER_FAULT_CODES)[number];

export interface AnswerFault {
  /** JSON pointer into the answers: `/lieu/label`. */
  readonly pointer: string;
  readonly code: AnswerFaultCode;
  /** A limit, or an example of the format expected. */
  readonly detail?: string | number;
}
