import { QueryCache, QueryClient } from '@tanstack/react-query';
import { connection, setConnection } from './connection.js';
import { asProblem, isPassing } from './problem.js';

/** Tries of a read that fails in passing before the screen shows the error; it then keeps on trying by itself. */
const READ_TRIES = 2;
const RETRY_EVERY = 10_000;

/** Old data stay on the screen, greyed, while the server is away. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      const problem = asProblem(error);
      if (!isPassing(problem) || connection().kind === 'signedOut') return;
      const { reference } = problem;
      setConnection({
        kind: 'retrying',
        at: Date.now() + RETRY_EVERY,
        ...(reference === undefined ? {} : { reference }),
      });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      networkMode: 'always',
      retry: (count, error) => isPassing(asProblem(error)) && count < READ_TRIES,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 15_000),
      refetchInterval: (query) => {
        const { error } = query.state;
        return error !== null && isPassing(asProblem(error)) ? RETRY_EVERY : false;
      },
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
