import type { FieldType, FormField } from '../process/process-definition.js';
import type { LocalDate } from '../time/local-date.js';
import type { AnswerFault, AnswerFaultCode } from './answers.js';
import { checkCompound } from './check-compound.js';
import { checkDate } from './check-date.js';

const EMAIL = /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]{2,}$/;
/** French numbers, or international ones with their prefix; spaces, dots and hyphens as people write them. */
const PHONE = /^(?:0[1-9]|\+[1-9]\d{0,2}[\s.-]?\d)(?:[\s.-]?\d{2}){3,5}\d?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_LINE = 320;

/** Faults of one answer that is there, already trimmed. */
export function checkAnswer(field: FormField, value: unknown, today: LocalDate): readonly AnswerFault[] {
  const pointer = `/${field.key}`;
  const faults = (code?: AnswerFaultCode, detail?: string | number): readonly AnswerFault[] =>
    code === undefined ? [] : [{ pointer, code, ...(detail === undefined ? {} : { detail }) }];
  const kind = SHAPES[field.type];
  if (kind === 'object') return checkCompound(field, value, today);
  if (kind === 'list' ? !isListOfTexts(value) : typeof value !== kind) return faults('answer.wrong-type');
  if (typeof value === 'string')
    return checkText(field, value, today).flatMap(({ code, detail }) => faults(code, detail));
  if (typeof value === 'number') return checkNumber(field, value).flatMap(({ code, detail }) => faults(code, detail));
  if (Array.isArray(value)) {
    return checkList(field, value as readonly string[]).flatMap(({ code, detail }) => faults(code, detail));
  }
  return [];
}

type Shape = 'string' | 'boolean' | 'number' | 'list' | 'object';

const SHAPES: Readonly<Record<FieldType, Shape>> = {
  yesNo: 'boolean',
  number: 'number',
  amount: 'number',
  multiChoice: 'list',
  attachment: 'list',
  place: 'object',
  address: 'object',
  person: 'object',
  shortText: 'string',
  longText: 'string',
  choice: 'string',
  date: 'string',
  time: 'string',
  email: 'string',
  phone: 'string',
};

type Found = readonly { readonly code: AnswerFaultCode; readonly detail?: string | number }[];

/** Formats that no definition has to write, each with an example. */
const FORMATS: Readonly<Partial<Record<FieldType, { readonly pattern: RegExp; readonly example: string }>>> = {
  time: { pattern: TIME, example: '14:30' },
  email: { pattern: EMAIL, example: 'nom@exemple.fr' },
  phone: { pattern: PHONE, example: '06 00 00 00 00' },
};

function checkText(field: FormField, text: string, today: LocalDate): Found {
  const longest = field.maxLength ?? LONGEST_LINE;
  if (text.length > longest) return [{ code: 'answer.too-long', detail: longest }];
  if (field.type === 'choice') return optionOf(field, text) ? [] : [{ code: 'answer.not-an-option' }];
  if (field.type === 'date') return checkDate(field, text, today).map((code) => ({ code }));
  const format = FORMATS[field.type];
  if (format === undefined) return checkPattern(field, text);
  return format.pattern.test(text) ? [] : [{ code: 'answer.bad-format', detail: format.example }];
}

function checkPattern({ pattern, patternHint }: FormField, text: string): Found {
  if (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text)) return [];
  return [{ code: 'answer.bad-format', ...(patternHint === undefined ? {} : { detail: patternHint }) }];
}

function checkNumber({ min, max, type }: FormField, value: number): Found {
  if (!Number.isFinite(value)) return [{ code: 'answer.wrong-type' }];
  // Euros have two decimals; floating point needs a little room to say so.
  if (type === 'amount' && Math.abs(value * 100 - Math.round(value * 100)) > 1e-6) {
    return [{ code: 'answer.bad-format', detail: '12,50' }];
  }
  if (min !== undefined && value < min) return [{ code: 'answer.too-small', detail: min }];
  if (max !== undefined && value > max) return [{ code: 'answer.too-large', detail: max }];
  return [];
}

function checkList(field: FormField, values: readonly string[]): Found {
  if (new Set(values).size < values.length) return [{ code: 'answer.wrong-type' }];
  if (field.min !== undefined && values.length < field.min) return [{ code: 'answer.too-few', detail: field.min }];
  if (field.max !== undefined && values.length > field.max) return [{ code: 'answer.too-many', detail: field.max }];
  if (field.type === 'attachment') {
    return values.every((id) => /^[0-9a-f-]{36}$/.test(id)) ? [] : [{ code: 'answer.bad-format' }];
  }
  return values.every((value) => optionOf(field, value)) ? [] : [{ code: 'answer.not-an-option' }];
}

function optionOf({ options = [] }: FormField, value: string): boolean {
  return options.some((option) => option.value === value);
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
