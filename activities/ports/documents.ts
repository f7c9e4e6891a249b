import type { Readable } from 'node:stream';

/** What the sender says of a file; none of it is believed, and the file name is not even looked at. */
export interface DeclaredDocument {
  /** MIME type, as the browser or the mail declared it. */
  readonly type: string;
}

/** A document as it was kept. */
export interface StoredDocument {
  /** UUIDv7, given by the server. */
  readonly id: string;
  /** Hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** MIME type, read from the content. */
  readonly type: string;
}

/** Where files are kept: photographs, papers of a request, letters as they left. */
export interface Documents {
  /** Keeps a file, whole or not at all. Throws a {@link DocumentRefused}. */
  put(content: Uint8Array | Readable, declared: DeclaredDocument): Promise<StoredDocument>;
  /** The whole file, for a letter to attach. Throws a {@link DocumentRefused} `document.not-found`. */
  get(id: string): Promise<Uint8Array>;
  /** The same, piece by piece, for a download. */
  open(id: string): Promise<Readable>;
  /** Erases; erasing what is not there is not an error. */
  remove(id: string): Promise<void>;
}

export type DocumentRefusalCode =
  | 'document.empty'
  | 'document.too-large'
  /** Not a kind of file the town takes. */
  | 'document.type-refused'
  /** The content is not what its sender says it is. */
  | 'document.type-mismatch'
  | 'document.not-found';

/** A file that is not taken, or not there. The code is all it says; the sentence is in `domain/text/fr.ts`. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';

  constructor(readonly code: DocumentRefusalCode) {
    super(code);
  }
}
