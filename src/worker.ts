import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { existsSync, statSync } from 'node:fs';
import { createActivities } from '../activities/index.js';
import type { Ports } from '../activities/ports/index.js';
import { CASE_TASK_QUEUE } from '../workflows/contract/names.js';
import { Config } from './config/env.js';
import { createLogger, NestLogger } from './http/logger.js';
import { logEngineAs } from './temporal/engine-log.js';
import { PORTS, WorkerModule } from './worker.module.js';

/** The only place that knows where the workflows lie: beside this file once built, bundled beforehand where possible. */
const WORKFLOWS = path.join(import.meta.dirname, '../workflows/index.js');
const BUNDLE = path.join(import.meta.dirname, '../workflow-bundle.js');

const PATIENCE = 30_000;

/** Starts the Temporal worker and works until told to stop. */
async function work(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true, abortOnError: false });
  const config = app.get(Config);
  const logger = createLogger(config.LOG_LEVEL);
  app.useLogger(new NestLogger(logger));
  logEngineAs(logger);
  const connection = await connect(config);
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: CASE_TASK_QUEUE,
    workflowBundle: isPrebuilt() ? { codePath: BUNDLE } : await bundleWorkflowCode({ workflowsPath: WORKFLOWS }),
    activities: createActivities(app.get<Ports>(PORTS)),
    maxCachedWorkflows: config.WORKER_CACHED_CASES,
    maxConcurrentActivityTaskExecutions: 20,
    // A killed worker is felt for seconds only.
    stickyQueueScheduleToStartTimeout: '2s',
    shutdownGraceTime: '10s',
  });
  const health = await serveHealth(config, worker);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { shutDown(worker); }); // prettier-ignore
  logger.info({ taskQueue: CASE_TASK_QUEUE }, 'the worker is working');
  await worker.run();
  health.close();
  await connection.close();
  await app.close();
}

/** A bundle older than the workflows it was made from would play yesterday's rules. */
function isPrebuilt(): boolean {
  return existsSync(BUNDLE) && statSync(BUNDLE).mtimeMs >= statSync(WORKFLOWS).mtimeMs;
}

/** Temporal may be starting too: it is waited for. */
async function connect(config: Config): Promise<NativeConnection> {
  for (const until = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    try {
      return await NativeConnection.connect({
        address: config.TEMPORAL_ADDRESS,
        // Without TLS it is the same machine or its neighbour: to compress every task costs more than to carry it.
        ...(config.TEMPORAL_TLS ? { tls: true } : { grpcCompression: { codec: 'none' } }),
        ...(config.TEMPORAL_API_KEY === undefined ? {} : { apiKey: config.TEMPORAL_API_KEY }),
      });
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** A worker whose replay went wrong can drain for minutes and ignore a signal: it is ended after a while all the same. */
function shutDown(worker: Worker): void {
  if (worker.getState() === 'RUNNING') worker.shutdown();
  setTimeout(() => process.exit(1), 20_000).unref();
}

async function serveHealth(config: Config, worker: Worker): Promise<Server> {
  const server = createServer((_request, response) => {
    const running = worker.getState() === 'RUNNING';
    response
      .writeHead(running ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify({ state: worker.getState() }));
  });
  await new Promise<void>((resolve) => server.listen(config.WORKER_HEALTH_PORT, config.HOST, resolve));
  return server;
}

try {
  await work();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
