import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { v7 as uuidv7 } from 'uuid';
import {
  DocumentRefused,
  type DeclaredDocument,
  type Documents,
  type StoredDocument,
} from '../../activities/ports/documents.js';
import { sniffType } from './sniff-type.js';

export interface FileDocumentsOptions {
  readonly folder: string;
  /** Bytes; 10 MB unless said otherwise. */
  readonly maxSize?: number;
}

const MAX_SIZE = 10_000_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Keeps documents in a folder, one file each under a name of ours. A file is written aside, flushed to the disk, then
 * given its name: who finds an id in the database finds the whole file.
 */
export class FileDocuments implements Documents {
  readonly #folder: string;
  readonly #maxSize: number;

  constructor({ folder, maxSize }: FileDocumentsOptions) {
    this.#folder = path.resolve(folder);
    this.#maxSize = maxSize ?? MAX_SIZE;
  }

  async put(content: Uint8Array | Readable, declared: DeclaredDocument): Promise<StoredDocument> {
    const id = uuidv7();
    const aside = path.join(this.#folder, 'incoming', id);
    await mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
    try {
      const written = await this.#write(aside, content instanceof Uint8Array ? Readable.from([content]) : content);
      if (written.size === 0) throw new DocumentRefused('document.empty');
      const type = await sniffType(aside, declared.type);
      await this.#publish(aside, id);
      return { id, ...written, type };
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }

  async get(id: string): Promise<Uint8Array> {
    return readFile(this.#pathOf(id)).catch(notFound);
  }

  async open(id: string): Promise<Readable> {
    const handle = await open(this.#pathOf(id)).catch(notFound);
    return handle.createReadStream();
  }

  async remove(id: string): Promise<void> {
    if (UUID.test(id)) await rm(this.#pathOf(id), { force: true });
  }

  /** Stops reading at the first byte too many: the size a sender declares is not believed. */
  async #write(file: string, content: Readable): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await open(file, 'wx', 0o600);
    try {
      for await (const chunk of content as AsyncIterable<Uint8Array>) {
        size += chunk.length;
        if (size > this.#maxSize) throw new DocumentRefused('document.too-large');
        hash.update(chunk);
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { size, sha256: hash.digest('hex') };
  }

  async #publish(aside: string, id: string): Promise<void> {
    const target = this.#pathOf(id);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await rename(aside, target);
    await syncFolder(path.dirname(target));
  }

  /** Only a UUIDv7 makes a path, so no id leads out of the folder; its last digits, random, spread files over 256 folders. */
  #pathOf(id: string): string {
    if (!UUID.test(id)) throw new DocumentRefused('document.not-found');
    return path.join(this.#folder, id.slice(-2), id);
  }
}

/** A new name is only safe from a power cut once its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle: FileHandle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function notFound(error: unknown): never {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new DocumentRefused('document.not-found');
  throw error;
}
