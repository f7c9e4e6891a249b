import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import { Database } from '../database/database.js';
import {
  currentVersions,
  findByHash,
  type PublishedVersion,
} from '../database/repositories/process-versions.repository.js';

/** How stale the list of current versions may be: a publication is seen by every process within that time. */
const REFRESH_AFTER = 15_000;

/** The published definitions, in memory: those in force by id, those of running cases by hash. */
@Injectable()
export class CatalogService implements OnModuleInit {
  private current = new Map<string, PublishedVersion>();
  private readonly byHash = new Map<string, PublishedVersion>();
  private refreshedAt = 0;
  private refreshing: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** The version in force of a process: what a new case is opened with. */
  async get(processId: string): Promise<PublishedVersion | undefined> {
    await this.freshen();
    return this.current.get(processId);
  }

  /** The version in force at this very moment, for what must not be a publication late. */
  async latest(processId: string): Promise<PublishedVersion | undefined> {
    await this.refresh();
    return this.current.get(processId);
  }

  async list(): Promise<readonly PublishedVersion[]> {
    await this.freshen();
    return [...this.current.values()];
  }

  /** What processes are called, by id: in lists that name them, those that went keep their id. */
  async titles(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.list()).map(({ processId, title }) => [processId, title]));
  }

  /** The version a case was opened with, however old. */
  async byHashOf(hash: string): Promise<PublishedVersion> {
    const known = this.byHash.get(hash) ?? (await findByHash(this.database, hash));
    if (known === undefined) throw new Error(`No published definition has hash ${hash}`);
    this.byHash.set(hash, known);
    return known;
  }

  async runnable(hash: string): Promise<RunnableDefinition> {
    return (await this.byHashOf(hash)).runnable;
  }

  async definition(hash: string): Promise<ProcessDefinition> {
    return (await this.byHashOf(hash)).definition;
  }

  private async freshen(): Promise<void> {
    if (Date.now() - this.refreshedAt < REFRESH_AFTER) return;
    this.refreshing ??= this.refresh().finally(() => {
      this.refreshing = undefined;
    });
    // The old list serves while the new one is read: nobody waits for it.
    if (this.current.size === 0) await this.refreshing;
  }

  private async refresh(): Promise<void> {
    const versions = await currentVersions(this.database, [...this.byHash.keys()]);
    this.refreshedAt = Date.now();
    for (const version of versions.added) this.byHash.set(version.hash, version);
    this.current = new Map(
      versions.hashes.flatMap((hash) => {
        const version = this.byHash.get(hash);
        return version === undefined ? [] : [[version.processId, version]];
      }),
    );
  }
}
