import { addressOf, csrfHeader, refused } from './client.js';
import { setConnection } from './connection.js';
import { oneFile } from './files.js';
import { networkProblem } from './problem.js';
import type { CaseDocumentDto } from './schema/types.generated.js';

export interface FileToSend {
  /** Under `/api/v1`; a route that takes one file. */
  readonly path: string;
  readonly file: File;
  /** One for one file, kept when it is sent again. */
  readonly key: string;
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Sends one file, once, and tells how far it is, which `fetch` cannot. @throws Problem, or what `signal` says */
export async function sendFile({ path, file, key, signal, onProgress }: FileToSend): Promise<CaseDocumentDto> {
  signal.throwIfAborted();
  const request = new XMLHttpRequest();
  request.open('POST', addressOf(path));
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('idempotency-key', key);
  for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => {
    onProgress(total === 0 ? 0 : loaded / total);
  };
  const stop = (): void => {
    request.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((resolve) => {
      request.onloadend = () => {
        resolve();
      };
      request.send(oneFile(file));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  if (request.status === 0) throw networkProblem();
  const response = new Response(request.responseText, { status: request.status });
  if (!response.ok) throw await refused(response);
  setConnection({ kind: 'ok' });
  return (await response.json()) as CaseDocumentDto;
}
