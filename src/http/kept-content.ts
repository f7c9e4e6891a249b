import type { Request, Response } from 'express';

/**
 * Whether the browser has kept what is asked, which never changes under its tag. It asks each time all the same, because the
 * next person at that desk may not be allowed to read it. The comparison of the framework would not do: it sends again
 * whatever is asked for with `no-cache`, as scripts do.
 */
export function isKept(tag: string, request: Request, response: Response): boolean {
  const etag = `"${tag}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  if (request.headers['if-none-match'] !== etag) return false;
  response.status(304);
  return true;
}
