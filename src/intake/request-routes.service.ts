import { Injectable } from '@nestjs/common';
import type { Route } from '../../domain/case/route.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { StreetsService } from '../places/streets.service.js';
import { placeIn, type CheckedRequest } from './check-request.js';
import type { NewRequestDto } from './new-request.dto.js';
import { routeOf } from './open-request.js';

/** Where a request lies in the town, and to whom it goes from there. */
@Injectable()
export class RequestRoutes {
  constructor(
    private readonly directory: DirectoryService,
    private readonly streets: StreetsService,
  ) {}

  async of(
    { runnable, definition }: PublishedVersion,
    given: { readonly caseId: string; readonly quartier?: string },
  ): Promise<Route> {
    return routeOf(await this.directory.current(), runnable, { theme: definition.theme, ...given });
  }

  /** The neighbourhood that was said, or the one in which the address lies. */
  async quartierOf(request: NewRequestDto, { answers }: CheckedRequest): Promise<string | undefined> {
    const inForm = placeIn(answers);
    const said = request.place?.quartier ?? inForm?.quartier;
    const text = request.place?.text ?? inForm?.label;
    if (said !== undefined || text === undefined) return said;
    const location = await this.streets.locate(text);
    return location.kind === 'found' ? location.quartier : undefined;
  }
}
