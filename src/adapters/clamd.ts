import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export type ScanVerdict = { readonly state: 'clean' } | { readonly state: 'blocked'; readonly virus: string };

export interface ClamdOptions {
  readonly host: string;
  readonly port: number;
  /** Without a byte for so long, it counts as away. */
  readonly timeoutMs?: number;
}

const TIMEOUT = 30_000;

/** No verdict: the antivirus is away, busy, or refuses the file. Asked again later. */
export class NoVerdict extends Error {
  override readonly name = 'NoVerdict';
}

/** Asks ClamAV's `clamd` over TCP (`man clamd`, INSTREAM): the file goes in pieces, each after its length; none ends it. */
export class Clamd {
  constructor(private readonly options: ClamdOptions) {}

  /** @throws NoVerdict */
  async scan(content: Readable): Promise<ScanVerdict> {
    const { host, port, timeoutMs = TIMEOUT } = this.options;
    const socket = connect({ host, port });
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error('timeout')));
    const answer = answerOf(socket);
    // It may fail while the file is still being sent: that is read below.
    answer.catch(() => undefined);
    try {
      // A file that it finds too large is answered, and the line cut, in the middle of the sending: the answer counts.
      await pipeline(framed(content), socket, { end: false }).catch(() => undefined);
      return verdictOf(await answer);
    } finally {
      socket.destroy();
      content.destroy();
    }
  }
}

async function* framed(content: Readable): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const piece of content as AsyncIterable<Uint8Array>) {
    if (piece.length > 0) yield Buffer.concat([lengthOf(piece.length), piece]);
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')));
    });
    socket.on('error', (error) => {
      reject(new NoVerdict(error.message));
    });
    socket.on('close', () => {
      reject(new NoVerdict('closed'));
    });
  });
}

/** `stream: OK`, `stream: <name> FOUND`, or `<reason> ERROR`. */
function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { state: 'clean' };
  const virus = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (virus === undefined) throw new NoVerdict(answer);
  return { state: 'blocked', virus };
}
