import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Config } from '../config/env.js';
import { createLogger, Logger } from './logger.js';
import { PageLinkInterceptor } from './pagination.js';

/** What every route shares and can be injected: `logger: Logger`. */
@Global()
@Module({
  providers: [
    { provide: Logger, inject: [Config], useFactory: (config: Config): Logger => createLogger(config.LOG_LEVEL) },
    { provide: APP_INTERCEPTOR, useClass: PageLinkInterceptor },
  ],
  exports: [Logger],
})
export class HttpModule {}
