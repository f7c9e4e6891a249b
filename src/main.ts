import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import { AppModule } from './app.module.js';
import { PersonDirectory } from './auth/person-directory.js';
import { createSessions } from './auth/session.js';
import { Config, ConfigurationError, readConfig, refuseDemonstrationInProduction } from './config/env.js';
import { Database } from './database/database.js';
import { configureApp } from './http/configure-app.js';
import { Logger } from './http/logger.js';

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigurationError ? error.message : String(error)}\n`);
  // A pool that is open already would keep the process alive.
  process.exit(1);
}

/** Starts the API and listens until it is told to stop. */
async function start(): Promise<void> {
  refuseDemonstrationInProduction(readConfig());
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const config = app.get(Config);
  const sessions = createSessions(config, app.get(Database));
  const provider = config.embeddedProvider ? await embeddedProvider(config, app) : undefined;
  await configureApp(app, { sessions, ...(provider && { provider }) });
  await app.listen(config.PORT, config.HOST);
  app.get<Logger>(Logger).info({ url: config.publicUrl }, 'the API is listening');
}

/** Loaded only where it serves: a town with its own identity provider does not carry it. */
async function embeddedProvider(config: Config, app: NestExpressApplication): Promise<RequestHandler> {
  const { createEmbeddedProvider } = await import('./auth/embedded-provider.js');
  return createEmbeddedProvider(config, app.get(PersonDirectory, { strict: false }));
}
