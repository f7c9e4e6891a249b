import type { FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import type { AnswerFault, AnswerFaultCode } from './answers.js';
import { checkDate } from './check-date.js';

interface Part {
  readonly required: boolean;
  readonly faultOf: (value: unknown, today: LocalDate) => AnswerFaultCode | undefined;
}

type Parts = Readonly<Record<string, Part>>;

const LONGEST_PART = 200;

const text = (required: boolean, pattern?: RegExp): Part => ({
  required,
  faultOf: (value) => {
    if (typeof value !== 'string') return 'answer.wrong-type';
    if (value.length > LONGEST_PART) return 'answer.too-long';
    return pattern === undefined || pattern.test(value) ? undefined : 'answer.bad-format';
  },
});

const degrees = (limit: number): Part => ({
  required: false,
  faultOf: (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'answer.wrong-type';
    return Math.abs(value) > limit ? 'answer.too-large' : undefined;
  },
});

const pastDate: Part = {
  required: false,
  faultOf: (value, today) =>
    typeof value === 'string' ? checkDate({ latest: 'today' }, value, today)[0] : 'answer.wrong-type',
};

const SHAPES: Readonly<Record<'place' | 'address' | 'person', Parts>> = {
  place: {
    label: text(true),
    street: text(false, /^[a-z0-9-]+$/),
    quartier: text(false, /^[a-z0-9-]+$/),
    longitude: degrees(180),
    latitude: degrees(90),
  },
  /** Postal codes abroad are not five digits. */
  address: {
    street: text(true),
    postalCode: text(true, /^[A-Za-z0-9 -]{3,10}$/),
    city: text(true),
    country: text(false),
  },
  person: {
    familyName: text(true),
    givenNames: text(true),
    usageName: text(false),
    birthDate: pastDate,
    birthPlace: text(false),
  },
};

/** Faults of a place, an address or a person: each part under its own pointer. */
export function checkCompound(field: FormField, value: unknown, today: LocalDate): readonly AnswerFault[] {
  const base = `/${field.key}`;
  if (field.type !== 'place' && field.type !== 'address' && field.type !== 'person') return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ pointer: base, code: 'answer.wrong-type' }];
  }
  const parts = SHAPES[field.type];
  const given = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given)
    .filter((key) => !Object.hasOwn(parts, key))
    .map((key): AnswerFault => ({
      pointer: `${base}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      code: 'answers.unknown-field',
    }));
  const wrong = Object.entries(parts).flatMap(([key, part]): readonly AnswerFault[] => {
    const pointer = `${base}/${key}`;
    if (given[key] === undefined) return part.required ? [{ pointer, code: 'answer.required' }] : [];
    const code = part.faultOf(given[key], today);
    return code === undefined ? [] : [{ pointer, code }];
  });
  return [...unknown, ...wrong];
}
