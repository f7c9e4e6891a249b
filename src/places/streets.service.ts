import { Injectable } from '@nestjs/common';
import { locate, parseAddress, type Location, type Street } from '../../domain/place/address.js';
import { Database } from '../database/database.js';

const KEPT_FOR = 60_000;

/** The streets of the town, in memory: some hundreds, asked for with every request that names a place. */
@Injectable()
export class StreetsService {
  private kept: { readonly streets: readonly Street[]; readonly readAt: number } | undefined;

  constructor(private readonly database: Database) {}

  async list(): Promise<readonly Street[]> {
    if (this.kept === undefined || Date.now() - this.kept.readAt > KEPT_FOR) {
      this.kept = {
        streets: await this.database.query<Street>('SELECT id, name, stretches FROM streets ORDER BY name'),
        readAt: Date.now(),
      };
    }
    return this.kept.streets;
  }

  /** Where an address as people write it lies. */
  async locate(text: string): Promise<Location> {
    return locate(await this.list(), parseAddress(text));
  }
}
