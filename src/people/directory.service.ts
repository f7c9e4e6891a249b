import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { Database } from '../database/database.js';
import { readDirectory } from '../database/repositories/town.repository.js';

/** How stale a directory may be: a change made by another process is felt after that. */
const KEPT_FOR = 15_000;

/** Who works in the town hall, in memory: a town hall is some hundreds of people, and every case asks. */
@Injectable()
export class DirectoryService {
  private kept: { readonly directory: Directory; readonly readAt: number } | undefined;
  private reading: Promise<Directory> | undefined;

  constructor(private readonly database: Database) {}

  async current(): Promise<Directory> {
    const { kept } = this;
    if (kept === undefined) return this.read();
    // The old directory serves while the new one is read: nobody waits for it.
    if (Date.now() - kept.readAt > KEPT_FOR) void this.read().catch(() => undefined);
    return kept.directory;
  }

  /** To call after a change made by this process. */
  forget(): void {
    this.kept = undefined;
  }

  private read(): Promise<Directory> {
    this.reading ??= readDirectory(this.database)
      .then((directory) => {
        this.kept = { directory, readAt: Date.now() };
        return directory;
      })
      .finally(() => {
        this.reading = undefined;
      });
    return this.reading;
  }
}
