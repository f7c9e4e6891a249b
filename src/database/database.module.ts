import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/env.js';
import { Database } from './database.js';

/** A database that is starting again (after a crash, it replays its log) is waited for. */
const PATIENCE = 30_000;

async function connect(config: Config): Promise<Database> {
  for (const until = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    try {
      return await Database.open(config, 'parvis');
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
      useFactory: connect,
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
