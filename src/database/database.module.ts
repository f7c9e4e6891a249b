import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Config } from '../config/env.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';

/** A database that is starting again (after a crash, it replays its log) is waited for. */
const PATIENCE = 30_000;

async function connect(config: Config): Promise<DataSource> {
  for (const until = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    try {
      return await createDataSource(config, 'parvis').initialize();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Gives every module the one `Database` of the process, and closes it last. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [Config],
      useFactory: async (config: Config): Promise<Database> => new Database(await connect(config)),
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
