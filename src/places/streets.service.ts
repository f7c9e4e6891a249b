import { Injectable } from '@nestjs/common';
import { locate, parseAddress, type Location, type Street } from '../../domain/place/address.js';
import { Database } from '../database/database.js';
import { readStreets } from '../database/repositories/streets.repository.js';

const KEPT_FOR = 60_000;

/** The streets of the town, in memory: some hundreds, asked for with every request that names a place. */
@Injectable()
export class StreetsService {
  private kept: { readonly streets: readonly Street[]; readonly readAt: number } | undefined;

  constructor(private readonly database: Database) {}

  async list(): Promise<readonly Street[]> {
    if (this.kept === undefined || Date.now() - this.kept.readAt > KEPT_FOR) {
      this.kept = { streets: await readStreets(this.database), readAt: Date.now() };
    }
    return this.kept.streets;
  }

  /** The streets changed: the next reader sees them. */
  forget(): void {
    this.kept = undefined;
  }

  /** Where an address as people write it lies. */
  async locate(text: string): Promise<Location> {
    return locate(await this.list(), parseAddress(text));
  }
}
