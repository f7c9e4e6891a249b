import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Paths that are never a screen, whatever the browser accepts. */
const NOT_A_SCREEN = /^\/(api|auth|oidc|healthz|readyz|version)(\/|$)/;

/** Built files lie under assets/ or at the root; a point further down belongs to an id: `/taches/01a2….t1`. */
const FILE = /^\/(assets\/.*|[^/]*\.[^/]*)$/;

/**
 * Serves the built screens, and their one page for every path that a screen owns, so that an address can be kept and
 * shared. Without a build, the API alone answers.
 */
export function serveConsole(app: NestExpressApplication, folder: string): void {
  const root = path.resolve(folder);
  const page = path.join(root, 'index.html');
  if (!existsSync(page)) return;
  // Names under assets/ carry a hash of their content: they never change.
  app.useStaticAssets(path.join(root, 'assets'), { prefix: '/assets', immutable: true, maxAge: '1y', index: false });
  // The few files beside the page, known at the start: looking on the disk at each request would cost more than its route.
  const names = new Set(readdirSync(root).filter((name) => name.includes('.') && name !== 'index.html'));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const name = request.path.slice(1);
    if (names.has(name)) response.sendFile(path.join(root, name));
    else next();
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isScreen = request.method === 'GET' && !NOT_A_SCREEN.test(request.path) && request.accepts('html') === 'html';
    if (!isScreen || FILE.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
}
