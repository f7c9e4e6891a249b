import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { DelegationDto, DelegationQueryDto, NewDelegationDto } from './delegations.dto.js';
import { dispositionOf } from '../documents/disposition.js';
import { TakesOneFile } from '../documents/takes-one-file.js';
import { ArretesService } from './arretes.service.js';
import { DelegationsService } from './delegations.service.js';

/** Who may sign, for what, and until when. */
@ApiTags('people')
@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsService,
    private readonly arretes: ArretesService,
  ) {}

  @Get()
  @Allow('people.read')
  @ApiPage(DelegationDto)
  list(@Actor() actor: Actor, @Query() query: DelegationQueryDto): Promise<Page<DelegationDto>> {
    return this.delegations.list(actor, query);
  }

  @Post()
  @Allow('delegation.edit')
  @Idempotent()
  @ApiCreatedResponse({ type: DelegationDto })
  add(
    @Actor() actor: Actor,
    @Body() delegation: NewDelegationDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<DelegationDto> {
    return this.delegations.add(actor, delegation, clientKey);
  }

  /** The PDF of the arrêté, in place of the one before. */
  @Put(':id/arrete')
  @HttpCode(204)
  @Allow('delegation.edit')
  @TakesOneFile()
  @ApiNoContentResponse()
  putArrete(@Actor() actor: Actor, @Param('id') id: string, @Req() request: Request): Promise<void> {
    return this.arretes.put(actor, id, request);
  }

  /** An arrêté is a published act: every agent may read it. */
  @Get(':id/arrete')
  @Allow('people.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async readArrete(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<StreamableFile> {
    const { row, content } = await this.arretes.open(id);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const type = 'application/pdf';
    return new StreamableFile(content, {
      type,
      length: row.size,
      disposition: dispositionOf({ name: row.name, type }, 'inline'),
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('delegation.edit')
  @ApiNoContentResponse()
  end(@Actor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.delegations.end(actor, id);
  }
}
