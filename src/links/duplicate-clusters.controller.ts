import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { DuplicateClustersService } from './duplicate-clusters.service.js';
import { DuplicateClustersDto } from './links.dto.js';

/** Open cases that may be one, to be looked at together. */
@ApiTags('links')
@Controller('duplicate-clusters')
export class DuplicateClustersController {
  constructor(private readonly clusters: DuplicateClustersService) {}

  @Get()
  @Allow('case.note')
  @ApiOkResponse({ type: DuplicateClustersDto })
  list(@Actor() actor: Actor): Promise<DuplicateClustersDto> {
    return this.clusters.list(actor);
  }
}
