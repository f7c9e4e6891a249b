import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { Refusal } from './refusal.js';

const IDEMPOTENT = 'parvis:idempotent';
const KEY = /^[\x21-\x7e]{8,128}$/;

/**
 * Marks a route that creates or commands: the same `Idempotency-Key` sent twice is done once. The guard checks that it
 * is there; keeping it, with what it led to, is the service's work, in the transaction that does the thing.
 */
export function Idempotent(): MethodDecorator {
  return applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Chosen by the client, 8 to 128 visible characters: a UUID, for instance.',
      schema: { type: 'string', minLength: 8, maxLength: 128 },
    }),
  );
}

/** The key of the request, without quotes: `submit(@IdempotencyKey() key: string, …)`. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  keyOf(context.switchToHttp().getRequest<Request>()),
);

@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const marked = this.reflector.get<boolean | undefined>(IDEMPOTENT, context.getHandler());
    if (marked === true) keyOf(context.switchToHttp().getRequest<Request>());
    return true;
  }
}

/** The id of what a person makes under a key: the same key twice names the same thing. */
export function idUnder(prefix: string, { personId }: { readonly personId: string }, clientKey: string): string {
  return `${prefix}-${createHash('sha256').update(`${personId} ${clientKey}`).digest('hex').slice(0, 24)}`;
}

function keyOf(request: Request): string {
  const header = request.header('idempotency-key');
  if (header === undefined || header === '') throw new Refusal('request.idempotency-key-missing');
  const key = header.replace(/^"(.*)"$/, '$1');
  if (!KEY.test(key)) throw new Refusal('request.idempotency-key-malformed');
  return key;
}
