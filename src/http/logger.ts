import type { LoggerService } from '@nestjs/common';
import pino from 'pino';

/** What a log line must never show, whoever adds a field later: contents, names, addresses, secrets. */
const PERSONAL = [
  'body', 'text', 'remark', 'reason', 'answers', 'name', 'firstName', 'lastName', 'email', 'phone', 'address', 'login',
  'password', 'token', 'cookie', 'authorization', 'trackingCode', 'sql', 'parameters', 'query', 'detail',
]; // prettier-ignore

const REDACTED = PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

type Write = (fields: object, message: string) => void;

/** What a module asks for to write a log line: fields first, then a fixed English message without values. */
export abstract class Logger {
  abstract readonly debug: Write;
  abstract readonly info: Write;
  abstract readonly warn: Write;
  abstract readonly error: Write;
}

/** JSON lines on standard output, one per fact; `silent` writes nothing. */
export function createLogger(level: string, destination: pino.DestinationStream = pino.destination(1)): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: REDACTED, censor: '[…]' } },
    destination,
  );
}

/** NestJS's own messages, as the same JSON lines; what it tells of its start is for whoever debugs it. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(contextOf(rest), withoutValues(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(contextOf(rest), withoutValues(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error(contextOf(rest), withoutValues(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(contextOf(rest), withoutValues(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(contextOf(rest), withoutValues(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.error(contextOf(rest), withoutValues(message));
  }
}

/** Name, code, place and message of an error, without the values that a database or a mail server quotes in it. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line) && !FOREIGN.test(line)) ?? [];
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    what: withoutValues(error.message),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}

/** Frames of Node and of packages say nothing that ours do not. */
const FOREIGN = /node_modules|\(?node:/;
/** From the first quotation mark to the last one, since what is quoted may hold some; an apostrophe opens nothing. */
const QUOTED = /".*"|(?<![\p{L}\p{N}])'.*'|«.*»|`.*`|\([^()]*\)=\([^()]*\)/gu;
const TELLING = /[^\s<>:;,]+@[^\s<>:;,]+|(?:\+|\b)\d(?:[ .-]?\d){7,}\b/g;

/** Masks what is quoted, mail addresses and long numbers. */
export function withoutValues(message: unknown): string {
  const text = message instanceof Error ? message.message : typeof message === 'string' ? message : typeof message;
  return text.replace(QUOTED, '…').replace(TELLING, '…').slice(0, 500);
}

function contextOf(rest: readonly unknown[]): { context?: string } {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? { context: last } : {};
}
