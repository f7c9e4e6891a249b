import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isLocalDate } from '../../domain/time/local-date.js';

/** A day that exists, `YYYY-MM-DD`: 31 February is refused before any SQL meets it. */
export function IsDay(options: ValidationOptions = {}): PropertyDecorator {
  const message = 'Une date est attendue.';
  const validate = (value: unknown): boolean => typeof value === 'string' && isLocalDate(value);
  return ValidateBy({ name: 'isDay', validator: { validate } }, { message, ...options });
}
