import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { DocumentRefused, type StoredDocument } from '../../activities/ports/documents.js';
import { FileDocuments } from '../adapters/file-documents.js';
import { Refusal } from '../http/refusal.js';
import { ScanFilesJob } from './scan-files.job.js';
import { ScansService } from './scans.service.js';

/** A file as it came and was kept. */
export interface ReceivedFile extends StoredDocument {
  /** As the sender names it, without folders or control characters. */
  readonly name: string;
}

const LONGEST_NAME = 200;
/**
 * One file and a few small fields a request. What is too large is cut off here, at the size that the store allows: a
 * store that stopped reading in the middle would break the parser.
 */
const LIMITS = { fileSize: 10_000_000, files: 1, fields: 5, fieldSize: 1000, parts: 10, headerPairs: 50 };

/** Takes the one file of a multipart request straight into the store, without keeping it in memory. */
@Injectable()
export class Uploads {
  constructor(
    private readonly documents: FileDocuments,
    private readonly scans: ScansService,
    private readonly scanFiles: ScanFilesJob,
  ) {}

  /** Call it after the permission check: what is refused is not even read. @throws Refusal `document.*` */
  async receive(request: Request): Promise<ReceivedFile> {
    let stored: ReceivedFile | undefined;
    const storage = this.storage((file) => (stored = file));
    await run(multer({ storage, limits: LIMITS, defParamCharset: 'utf8' }).single('file'), request);
    if (stored === undefined) throw new Refusal('document.missing-file');
    await this.scans.expect(stored.id);
    this.scanFiles.start();
    return stored;
  }

  private storage(keep: (file: ReceivedFile) => void): StorageEngine {
    return {
      _handleFile: (_request, file, done) => {
        this.documents.put(file.stream, { type: file.mimetype }).then(
          (stored) => {
            keep({ ...stored, name: tidyName(file.originalname) });
            done(null, { filename: stored.id });
          },
          (error: unknown) => {
            file.stream.resume();
            done(error);
          },
        );
      },
      _removeFile: (_request, file, done) => {
        this.documents.remove(file.filename).then(() => {
          done(null);
        }, done);
      },
    };
  }
}

/** A name fit to be shown and to be offered when the file is taken down again. */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return plain === '' ? 'document' : plain.slice(-LONGEST_NAME);
}

/** multer speaks in callbacks, and asks for a response that it never uses. */
async function run(middleware: ReturnType<multer.Multer['single']>, request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    middleware(request, {} as never, (error: unknown) => {
      if (error === undefined || error === null) resolve();
      else reject(refusalOf(error));
    });
  });
}

function refusalOf(error: unknown): Error {
  if (error instanceof DocumentRefused) return new Refusal(error.code);
  if (error instanceof MulterError)
    return new Refusal(error.code === 'LIMIT_FILE_SIZE' ? 'document.too-large' : 'http.malformed-body');
  // The parser's own errors have no code; a disk that is full has one, and is no fault of the sender.
  if (error instanceof Error) return 'code' in error ? error : new Refusal('http.malformed-body');
  return new Error('upload');
}
