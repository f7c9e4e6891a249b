import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { RequalificationDto, RequalificationQueryDto } from './requalification.dto.js';
import { RequalificationService } from './requalification.service.js';

/** A change of process, seen before it is made. */
@ApiTags('cases')
@Controller('cases/:id/requalification')
export class RequalificationController {
  constructor(private readonly requalifications: RequalificationService) {}

  @Get()
  @Allow('task.qualify')
  @ApiOkResponse({ type: RequalificationDto })
  preview(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Query() { processId }: RequalificationQueryDto,
  ): Promise<RequalificationDto> {
    return this.requalifications.preview(actor, id, processId);
  }
}
