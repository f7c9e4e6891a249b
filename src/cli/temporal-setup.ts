import { Connection } from '@temporalio/client';
import { readConfig } from '../config/env.js';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract/search-attributes.js';

const RETENTION_SECONDS = 30 * 24 * 3600;
const ALREADY_EXISTS = 6;
/** IndexedValueType of Temporal's API for the two types we use. */
const INDEXED_TYPE = { KEYWORD: 2, INT: 3 } as const;

/** Creates the namespace (retention 30 days) and registers the search attributes; what exists is left as it is. */
async function setUpTemporal(): Promise<void> {
  const config = readConfig(process.env);
  const connection = await Connection.connect({
    address: config.TEMPORAL_ADDRESS,
    ...(config.TEMPORAL_TLS ? { tls: true } : {}),
    ...(config.TEMPORAL_API_KEY === undefined ? {} : { apiKey: config.TEMPORAL_API_KEY }),
  });
  const namespace = config.TEMPORAL_NAMESPACE;
  await tolerateExisting(
    connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never },
    }),
  );
  const searchAttributes = Object.fromEntries(SEARCH_ATTRIBUTES.map((key) => [key.name, INDEXED_TYPE[key.type]]));
  await tolerateExisting(addWhenKnown(connection, namespace, searchAttributes));
  await connection.close();
}

/** A namespace just registered is not known to every part of the server at once. */
async function addWhenKnown(
  connection: Connection,
  namespace: string,
  searchAttributes: Record<string, number>,
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    } catch (error) {
      if (codeOf(error) === ALREADY_EXISTS || attempt === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function tolerateExisting(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (codeOf(error) !== ALREADY_EXISTS) throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

await setUpTemporal();
