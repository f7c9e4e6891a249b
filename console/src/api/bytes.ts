import { networkProblem, problemOfResponse } from './problem.js';

/** The bytes of a file of ours, read at once: a refusal is a problem with its French sentence. @throws Problem */
export async function bytesOf(src: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(src, { credentials: 'same-origin', signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw networkProblem();
  });
  if (!response.ok) throw await problemOfResponse(response);
  return new Uint8Array(await response.arrayBuffer());
}
