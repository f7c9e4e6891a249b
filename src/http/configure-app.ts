import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Sessions } from '../auth/session.js';
import { Config } from '../config/env.js';
import { accessLog } from './access-log.js';
import { serveConsole } from './console-files.js';
import { refuseOtherTypes } from './content-type.js';
import { Logger, NestLogger } from './logger.js';
import { openApiOf } from './openapi.js';
import { answerNotFound, ProblemFilter } from './problem.filter.js';
import { securityHeaders } from './security-headers.js';
import { traceRequests } from './trace.js';
import { createValidationPipe } from './validation.pipe.js';

export const API_PREFIX = 'api/v1';
/** Routes that are not part of the API's versions. */
export const OUTSIDE_API = [
  'auth/login',
  'auth/reauthenticate',
  'auth/callback',
  'auth/logout',
  'healthz',
  'readyz',
  'version',
];
/** Bytes of a JSON body: the longest letter with room to spare. Files come as multipart, with their own limits. */
const LONGEST_JSON = 1_000_000;

/** What stands before the routes but is not the HTTP part's own. */
export interface Doors {
  readonly sessions: Sessions;
  /** The embedded identity provider, where the town has none. */
  readonly provider?: RequestHandler;
}

/** Everything between a socket and a controller, in the order in which a request meets it. */
export async function configureApp(app: NestExpressApplication, { sessions, provider }: Doors): Promise<void> {
  const config = app.get(Config);
  const logger = app.get<Logger>(Logger);
  app.useLogger(new NestLogger(logger));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.TRUSTED_PROXIES);
  app.use(securityHeaders(config.publicUrl.startsWith('https:')), traceRequests, accessLog(logger));
  // The provider reads its own bodies, so it stands before the parsers.
  if (provider !== undefined) app.use('/oidc', provider);
  app.use('/api', noStore, sessions.ofRequests);
  app.use('/auth', noStore, sessions.ofSignIn);
  app.use('/api', refuseOtherTypes);
  app.useBodyParser('json', { limit: LONGEST_JSON });
  serveConsole(app, config.CONSOLE_DIR);
  app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_API });
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  serveOpenApi(app);
  app.enableShutdownHooks();
  await app.init();
  app.use(answerNotFound);
}

/** The document is made at the first request: nothing waits for it at start. */
function serveOpenApi(app: NestExpressApplication): void {
  let document: string | undefined;
  app.use(`/${API_PREFIX}/openapi.json`, (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET') {
      next();
      return;
    }
    document ??= JSON.stringify(openApiOf(app));
    response.type('json').send(document);
  });
}

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
