import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { readTownFacts, type TownFacts } from '../database/repositories/tariffs.repository.js';

const KEPT_FOR = 60_000;

/** Prices and telephone numbers of the town, in memory: every sheet asks for some. */
@Injectable()
export class TownFactsService {
  private kept: { readonly facts: TownFacts; readonly readAt: number } | undefined;

  constructor(private readonly database: Database) {}

  async current(): Promise<TownFacts> {
    if (this.kept === undefined || Date.now() - this.kept.readAt > KEPT_FOR) {
      this.kept = { facts: await readTownFacts(this.database), readAt: Date.now() };
    }
    return this.kept.facts;
  }

  /** An administrator changed some: the next reader sees it. */
  forget(): void {
    this.kept = undefined;
  }
}
