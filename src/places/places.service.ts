import { Injectable } from '@nestjs/common';
import { centreOf, type Quartier } from '../../domain/place/quartier.js';
import { Database } from '../database/database.js';
import { readQuartiers } from '../database/repositories/quartiers.repository.js';
import { Page } from '../http/pagination.js';
import { suggestAddresses } from './describe-streets.js';
import type { QuartierDto, StreetDto } from './places.dto.js';
import { StreetsService } from './streets.service.js';

const KEPT_FOR = 60_000;

/** Neighbourhoods and streets of the town, from memory. */
@Injectable()
export class PlacesService {
  private kept: { readonly quartiers: readonly Quartier[]; readonly readAt: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly streetIndex: StreetsService,
  ) {}

  async quartiers(): Promise<Page<QuartierDto>> {
    const found = await this.list();
    return new Page(
      found.map((quartier) => {
        const { id, name, priority, population, ring } = quartier;
        return { id, name, priority, population, ring, centre: centreOf(quartier) };
      }),
    );
  }

  async streets(text: string): Promise<Page<StreetDto>> {
    return new Page(suggestAddresses(await this.streetIndex.list(), await this.list(), text));
  }

  /** The outlines changed: the next reader sees them. */
  forget(): void {
    this.kept = undefined;
  }

  private async list(): Promise<readonly Quartier[]> {
    if (this.kept === undefined || Date.now() - this.kept.readAt > KEPT_FOR) {
      this.kept = { quartiers: await readQuartiers(this.database), readAt: Date.now() };
    }
    return this.kept.quartiers;
  }
}
