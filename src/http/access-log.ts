import type { NextFunction, Request, Response } from 'express';
import type { Logger } from './logger.js';
import { traceOf } from './trace.js';

/**
 * One line per request: method, *pattern* of the route, status, duration. Never the address itself: a search carries
 * names, a follow-up its secret code.
 */
export function accessLog(logger: Logger): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    const start = process.hrtime.bigint();
    response.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      const route = (request.route as { path?: string } | undefined)?.path ?? '-';
      const line = { method: request.method, route, status: response.statusCode, ms: Math.round(ms * 10) / 10 };
      logger.info({ ...line, traceId: traceOf(request).traceId }, 'request');
    });
    next();
  };
}
