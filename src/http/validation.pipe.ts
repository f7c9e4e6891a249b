import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { faultSentence } from '../../domain/text/fault-sentences.js';
import { type Fault, Refusal } from './refusal.js';

/** Checks what comes in against its DTO: unknown keys are refused, and every fault is told at once. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // The value serves to tell what is missing from what is wrong; it goes no further.
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new Refusal('request.invalid', { faults: faultsOf(errors) }),
  });
}

/** The tree of faults, flat, with a JSON pointer each. */
export function faultsOf(errors: readonly ValidationError[], parent = ''): readonly Fault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer,
      code: rule,
      detail: writtenByHand(error, rule) ? message : faultSentence(rule, argumentsOf(error, rule)),
    }));
    return [...mostTelling(own, error.value), ...faultsOf(error.children ?? [], pointer)];
  });
}

/** Rules of the type: what is no text has no length either. */
const TYPE_RULES: readonly string[] = ['isString', 'isArray', 'isBoolean', 'isInt', 'isNumber', 'isObject'];

/** Rules whose sentence serves where nothing was given: that something must be, or what it may be. */
const TELLS_MISSING: readonly string[] = ['isNotEmpty', 'isDefined', 'isIn'];

/** A missing value breaks every rule of its field, one of another type most of them: one sentence is worth saying. */
function mostTelling(faults: readonly Fault[], value: unknown): readonly Fault[] {
  const [first] = faults;
  if (first === undefined) return [];
  if (value === undefined || value === null) {
    const told = faults.find(({ code }) => TELLS_MISSING.includes(code));
    return [told ?? { pointer: first.pointer, code: 'isDefined', detail: faultSentence('isDefined', []) }];
  }
  // Whatever else an empty text breaks, it is missing first.
  if (value === '') return [{ pointer: first.pointer, code: 'isNotEmpty', detail: faultSentence('isNotEmpty', []) }];
  const telling = faults.filter(({ code }) => code === 'isNotEmpty' || TYPE_RULES.includes(code));
  return telling.length > 0 ? telling.slice(0, 1) : faults;
}

function argumentsOf(error: ValidationError, rule: string): readonly unknown[] {
  return metadataOf(error, rule)?.constraints ?? [];
}

/** A DTO may give its own sentence, in French: then it is kept. */
function writtenByHand(error: ValidationError, rule: string): boolean {
  const message: unknown = metadataOf(error, rule)?.message;
  return message !== undefined && message !== '';
}

function metadataOf(error: ValidationError, rule: string): { constraints?: unknown[]; message?: unknown } | undefined {
  const target = error.target?.constructor;
  if (target === undefined) return undefined;
  return getMetadataStorage()
    .getTargetValidationMetadatas(target, '', true, false)
    .find((metadata) => metadata.propertyName === error.property && metadata.name === rule);
}
