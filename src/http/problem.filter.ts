import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusals.js';
import { describeError, type Logger } from './logger.js';
import { type Problem, PROBLEM_TYPE, problemOf, referenceOf } from './problem.js';
import { Refusal } from './refusal.js';
import { traceOf } from './trace.js';

/** The last stop of whatever was thrown: refusals and errors become `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalFrom(thrown);
    this.log(thrown, refusal, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { faults, retryAfter, current } = refusal.details;
    const problem = problemOf({
      code: refusal.code,
      path: pathOf(request),
      trace: traceOf(request),
      ...(faults && { faults }),
      ...(current === undefined ? {} : { current }),
    });
    if (retryAfter !== undefined) response.setHeader('Retry-After', String(Math.ceil(retryAfter)));
    send(response, problem);
  }

  private log(thrown: unknown, refusal: Refusal, request: Request): void {
    const trace = traceOf(request);
    const line = { traceId: trace.traceId, refusal: refusal.code };
    if (refusal.code === 'http.internal') {
      this.logger.error({ ...line, reference: referenceOf(trace), ...describeError(thrown) }, 'unexpected error');
    } else if (refusal.code === 'http.unavailable') {
      this.logger.warn({ ...line, ...describeError(thrown) }, 'unavailable');
    } else {
      this.logger.info(line, 'refused');
    }
  }
}

/** For an address outside the API: NestJS answers for those inside. */
export function answerNotFound(request: Request, response: Response): void {
  send(response, problemOf({ code: 'http.not-found', path: pathOf(request), trace: traceOf(request) }));
}

function pathOf(request: Request): string {
  return request.originalUrl.split('?', 1)[0] ?? '/';
}

function send(response: Response, problem: Problem): void {
  response.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** What Node, Express, multer and NestJS throw by themselves, by status. */
const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'http.malformed-body',
  401: 'auth.required',
  403: 'auth.forbidden',
  404: 'http.not-found',
  405: 'http.not-found',
  413: 'http.body-too-large',
  415: 'http.unsupported-type',
  429: 'http.too-many-requests',
  503: 'http.unavailable',
};

/** Codes of Postgres and of sockets that mean "not now": nothing is wrong with what was asked. */
const AWAY = /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|57P0|53300|08)/;
const RETRY_AFTER = 5;

function refusalFrom(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) {
    const { code, details } = thrown;
    return code === 'http.unavailable' ? new Refusal(code, { retryAfter: RETRY_AFTER, ...details }) : thrown;
  }
  if (isAway(thrown)) return new Refusal('http.unavailable', { retryAfter: RETRY_AFTER });
  const foreign = refusalCodeOf(thrown) ?? BY_STATUS[statusOf(thrown)];
  return new Refusal(foreign ?? 'http.internal');
}

/** A refusal of the engine crosses the process border as a failure whose `type` is our code. */
function refusalCodeOf(thrown: unknown): RefusalCode | undefined {
  for (let error: unknown = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    if ('type' in error && REFUSAL_CODES.includes(error.type as RefusalCode)) return error.type as RefusalCode;
  }
  return undefined;
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  // body-parser and its like mark what the client did wrong with `expose`.
  const { status, expose } = (thrown ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : 500;
}

function isAway(thrown: unknown): boolean {
  for (let error: unknown = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1) {
    if ('code' in error && typeof error.code === 'string' && AWAY.test(error.code)) return true;
    if ('driverError' in error && isAway(error.driverError)) return true;
  }
  return false;
}
