import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/env.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';

/** Gives every module the one `Database` of the process, and closes it last. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [Config],
      useFactory: async (config: Config): Promise<Database> =>
        new Database(await createDataSource(config, 'parvis-api').initialize()),
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
