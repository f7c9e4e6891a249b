import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Refusal } from './refusal.js';

/** The entity tag of a version: `"7"`. */
export function etagOf(version: number): string {
  return `"${String(version)}"`;
}

/** Tells the client which version it reads: `sendEtag(response, draft.version)` with `@Res({ passthrough: true })`. */
export function sendEtag(response: Response, version: number): void {
  response.setHeader('ETag', etagOf(version));
}

/** Answers with what carries its version, and says the version in the header too. */
export function withEtag<T extends { readonly version: number }>(response: Response, versioned: T): T {
  sendEtag(response, versioned.version);
  return versioned;
}

/** Marks in the OpenAPI document a route that changes a version. */
export function ChangesVersion(): MethodDecorator {
  return applyDecorators(
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag read before.', schema: { type: 'string' } }),
  );
}

/**
 * The version the client read, from `If-Match`: `save(@IfMatch() version: number, …)`.
 * Refuses with 428 without the header, and with 412 what can match no version of ours.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().header('if-match');
  if (header === undefined || header === '') throw new Refusal('request.version-missing');
  const [, version] = /^"(\d{1,15})"$/.exec(header) ?? [];
  if (version === undefined) throw new Refusal('request.version-mismatch');
  return Number(version);
});

/**
 * Compares what the client read with what is stored. Where two may write at once, compare in the UPDATE itself and call
 * this with what came back.
 */
export function requireSameVersion(read: number, stored: number): void {
  if (read !== stored) throw new Refusal('request.version-mismatch');
}
