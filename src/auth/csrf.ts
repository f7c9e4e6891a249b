import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { Refusal } from '../http/refusal.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What a browser would send by itself is not enough to change anything: the page must know the session's token, and
 * come from our own address. (`sameSite: lax` already stops most of it; neither is trusted alone.)
 */
export function refuseForgery(request: Request, token: string | undefined, publicOrigin: string): void {
  if (SAFE.has(request.method)) return;
  const origin = request.header('origin');
  if (origin !== undefined && origin !== publicOrigin) throw new Refusal('auth.foreign-origin');
  const site = request.header('sec-fetch-site');
  if (site === 'cross-site') throw new Refusal('auth.foreign-origin');
  if (!sameText(request.header('x-csrf-token'), token)) throw new Refusal('auth.invalid-csrf-token');
}

function sameText(given: string | undefined, wanted: string | undefined): boolean {
  if (given === undefined || wanted === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
