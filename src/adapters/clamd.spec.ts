import { Readable } from 'node:stream';
import { ClamdResponder, EICAR } from '../../test/support/clamd-responder.js';
import { Clamd, NoVerdict } from './clamd.js';

describe('the antivirus', () => {
  let responder: ClamdResponder;
  let clamd: Clamd;

  beforeEach(async () => {
    responder = new ClamdResponder();
    clamd = new Clamd({ host: '127.0.0.1', port: await responder.listen(), timeoutMs: 300 });
  });

  afterEach(() => responder.close());

  const scan = (...pieces: readonly string[]) => clamd.scan(Readable.from(pieces.map((piece) => Buffer.from(piece))));

  it('finds nothing in a file that is sound, nor in one of no byte', async () => {
    expect(await scan('Bonjour, ', 'voici le relevé.')).toEqual({ state: 'clean' });
    expect(await scan()).toEqual({ state: 'clean' });
  });

  it('names what it finds, in whatever pieces the file comes', async () => {
    const found = { state: 'blocked', virus: 'Eicar-Test-Text.UNOFFICIAL' };
    expect(await scan(EICAR)).toEqual(found);
    expect(await scan(EICAR.slice(0, 30), EICAR.slice(30))).toEqual(found);
  });

  it('gives no verdict on what it refuses in the middle', async () => {
    responder.limit = 10;
    await expect(scan('0123456789', 'a'.repeat(3_000_000), 'b'.repeat(3_000_000))).rejects.toThrow(
      new NoVerdict('INSTREAM size limit exceeded. ERROR'),
    );
  });

  it('gives no verdict while it says nothing, or is not there', async () => {
    responder.silent = true;
    await expect(scan('Bonjour')).rejects.toThrow(NoVerdict);
    const nowhere = new Clamd({ host: '127.0.0.1', port: 1 });
    await expect(nowhere.scan(Readable.from([Buffer.from('Bonjour')]))).rejects.toThrow(NoVerdict);
  });

  it('gives no verdict on a file that cannot be read to its end', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('Bon');
        throw new Error('the disk');
      })(),
    );
    await expect(clamd.scan(broken)).rejects.toThrow(NoVerdict);
  });
});
