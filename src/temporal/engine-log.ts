import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import { describeError, withoutValues, type Logger } from '../http/logger.js';

/** What the SDK knows of the place it writes from, and may be shown: ids and kinds. */
const SHOWN = ['activityType', 'workflowType', 'workflowId', 'attempt', 'durationMs', 'state'] as const;

/**
 * The SDK's messages as the same JSON lines as ours. An activity that fails is no error of this process: it is tried
 * again or becomes an incident that a person reads, and a refusal that was foreseen needs no trace of the stack.
 */
export function logEngineAs(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', (entry) => {
      writeOf(logger, entry)(fieldsOf(entry), withoutValues(entry.message));
    }),
    telemetryOptions: { logging: { forward: {} } },
  });
}

function writeOf(logger: Logger, { level }: LogEntry): Logger['info'] {
  if (level === 'ERROR') return logger.error.bind(logger);
  return level === 'WARN' ? logger.warn.bind(logger) : logger.debug.bind(logger);
}

function fieldsOf({ meta = {} }: LogEntry): object {
  const error: unknown = meta['error'];
  return {
    ...Object.fromEntries(SHOWN.filter((key) => meta[key] !== undefined).map((key) => [key, meta[key] as unknown])),
    ...(error === undefined ? {} : causeOf(error)),
  };
}

function causeOf(error: unknown): object {
  return error instanceof ApplicationFailure && error.nonRetryable === true
    ? { failure: error.type, what: withoutValues(error.message) }
    : describeError(error);
}
