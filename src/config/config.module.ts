import { Global, Module } from '@nestjs/common';
import { Config, readConfig } from './env.js';

/** Gives {@link Config} to whoever asks. Nothing else in `src/` reads `process.env`. */
@Global()
@Module({
  providers: [{ provide: Config, useFactory: (): Config => readConfig() }],
  exports: [Config],
})
export class ConfigModule {}
