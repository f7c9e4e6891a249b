import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { createEmbeddedProvider } from './auth/embedded-provider.js';
import { PersonDirectory } from './auth/person-directory.js';
import { createSessions } from './auth/session.js';
import { Config, ConfigurationError, refuseDemonstrationInProduction } from './config/env.js';
import { Database } from './database/database.js';
import { configureApp } from './http/configure-app.js';
import { Logger } from './http/logger.js';

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigurationError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Starts the API and listens until it is told to stop. */
async function start(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const config = app.get(Config);
  refuseDemonstrationInProduction(config);
  const sessions = createSessions(config, app.get(Database));
  const provider = config.embeddedProvider
    ? await createEmbeddedProvider(config, app.get(PersonDirectory, { strict: false }))
    : undefined;
  configureApp(app, { sessions, ...(provider && { provider }) });
  await app.listen(config.PORT, config.HOST);
  app.get<Logger>(Logger).info({ address: config.publicUrl }, 'the API is listening');
}
