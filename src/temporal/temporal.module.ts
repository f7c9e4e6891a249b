import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { Config } from '../config/env.js';
import { Readiness } from '../health/readiness.js';
import { CaseWorkflowClient } from './case-workflow.client.js';
import { createTemporalClient } from './connect.js';

@Global()
@Module({
  providers: [{ provide: Client, inject: [Config], useFactory: createTemporalClient }, CaseWorkflowClient],
  exports: [CaseWorkflowClient],
})
export class TemporalModule implements OnApplicationShutdown {
  constructor(
    private readonly client: Client,
    workflows: CaseWorkflowClient,
    readiness: Readiness,
  ) {
    readiness.add('temporal', () => workflows.ping());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.connection.close();
  }
}
