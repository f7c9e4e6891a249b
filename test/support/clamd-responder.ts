import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Answers as ClamAV's `clamd` does, for machines where it cannot be installed without being root. Each answer was recorded from
 * clamd 1.4.6 with the test file's own signature, over TCP (docs/decisions/0018-antivirus.md says how): to a clean stream, to
 * the EICAR test file, and to a stream past its limit, where it answers in the middle and cuts the line.
 */
const CLEAN = 'stream: OK\0';
const FOUND = 'stream: Eicar-Test-Text.UNOFFICIAL FOUND\0';
const TOO_LARGE = 'INSTREAM size limit exceeded. ERROR\0';

/** What every antivirus takes for a virus, and harms nothing; in two halves, so that none takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export class ClamdResponder {
  /** Bytes that a stream may have. */
  limit = 25_000_000;
  /** Takes the line and says nothing, as one that loads its signatures. */
  silent = false;
  private readonly server: Server = createServer((socket) => {
    this.serve(socket);
  });

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      received = Buffer.concat([received, piece]);
      const answer = this.silent ? undefined : this.answerTo(received);
      if (answer !== undefined) socket.end(answer);
    });
  }

  private answerTo(received: Buffer): string | undefined {
    const start = received.indexOf(0) + 1;
    if (start === 0) return undefined;
    if (received.toString('latin1', 0, start) !== 'zINSTREAM\0') return 'UNKNOWN COMMAND\0';
    let content = Buffer.alloc(0);
    for (let at = start; at + 4 <= received.length;) {
      const length = received.readUInt32BE(at);
      if (length === 0) return content.includes(EICAR) ? FOUND : CLEAN;
      if (content.length + length > this.limit) return TOO_LARGE;
      content = Buffer.concat([content, received.subarray(at + 4, at + 4 + length)]);
      at += 4 + length;
    }
    return undefined;
  }
}
