import { randomBytes } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** One request on its way through the parts (W3C Trace Context). */
export interface Trace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** What a command carries to the workflow and the logs of the worker. */
  readonly traceparent: string;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const NOBODY = '0'.repeat(32);
const traces = new WeakMap<object, Trace>();

/** Continues the caller's trace or begins one; the id comes back in `X-Request-Id`, so that a person can quote it. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const trace = traceFrom(request.headers['traceparent']);
  traces.set(request, trace);
  response.setHeader('X-Request-Id', trace.traceId);
  next();
}

/** The trace of a request; a new one where no middleware has run (a malformed body, for instance). */
export function traceOf(request: object): Trace {
  const known = traces.get(request);
  if (known !== undefined) return known;
  const trace = traceFrom(undefined);
  traces.set(request, trace);
  return trace;
}

/** The `traceparent` of the request, for a command: `@Traceparent() traceparent: string`. */
export const Traceparent = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => traceOf(context.switchToHttp().getRequest<Request>()).traceparent,
);

function traceFrom(header: string | string[] | undefined): Trace {
  const [, given, flags] = (typeof header === 'string' ? TRACEPARENT.exec(header) : null) ?? [];
  const chance = randomBytes(24).toString('hex');
  const traceId = given === undefined || given === NOBODY ? chance.slice(0, 32) : given;
  return { traceId, traceparent: `00-${traceId}-${chance.slice(32)}-${flags ?? '01'}` };
}
