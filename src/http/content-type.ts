import type { NextFunction, Request, Response } from 'express';
import { Refusal } from './refusal.js';

const ACCEPTED = ['application/json', 'multipart/form-data'];

/** The parsers skip what they do not know; without this, a body of another type would count as no body at all. */
export function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody && request.is(ACCEPTED) === false) next(new Refusal('http.unsupported-type'));
  else next();
}
