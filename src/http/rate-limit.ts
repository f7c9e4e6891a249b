import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from './refusal.js';

const RATE_LIMIT = 'parvis:rate-limit';

/** At most `points` requests in `seconds`, counted together for the routes that share a name, per address. */
export interface RateLimitRule {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Limits a public route. What is counted stays in the memory of this process: several processes allow several times. */
export const RateLimit = (rule: RateLimitRule): MethodDecorator & ClassDecorator => SetMetadata(RATE_LIMIT, rule);

@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiters = new Map<string, RateLimiterMemory>();

  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<RateLimitRule | undefined>(RATE_LIMIT, targets);
    if (rule === undefined) return true;
    await consume(this.limiterOf(rule), context.switchToHttp().getRequest<Request>().ip ?? 'unknown');
    return true;
  }

  private limiterOf(rule: RateLimitRule): RateLimiterMemory {
    const known = this.limiters.get(rule.name);
    if (known !== undefined) return known;
    const limiter = new RateLimiterMemory({ keyPrefix: rule.name, points: rule.points, duration: rule.seconds });
    this.limiters.set(rule.name, limiter);
    return limiter;
  }
}

/** Takes one point; refuses with `Retry-After` when none is left. */
export async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('http.too-many-requests', { retryAfter: error.msBeforeNext / 1000 });
  }
}
