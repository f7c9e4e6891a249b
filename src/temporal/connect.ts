import { Client, Connection } from '@temporalio/client';
import type { Config } from '../config/env.js';

/** The API's and the jobs' way to Temporal. Lazy: a server that is away must not keep the API from starting. */
export function createTemporalClient(config: Config): Client {
  const connection = Connection.lazy({
    address: config.TEMPORAL_ADDRESS,
    ...(config.TEMPORAL_TLS ? { tls: true } : {}),
    ...(config.TEMPORAL_API_KEY === undefined ? {} : { apiKey: config.TEMPORAL_API_KEY }),
  });
  return new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
}
