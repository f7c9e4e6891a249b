import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ChangedViewDto, NewViewDto, ViewDto, ViewOrderDto, ViewQueryDto } from './views.dto.js';
import { ViewsService } from './views.service.js';

@ApiTags('views')
@Controller('views')
@Allow('session.read')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @ApiOkResponse({ type: [ViewDto] })
  list(@Actor() actor: Actor, @Query() { screen }: ViewQueryDto): Promise<readonly ViewDto[]> {
    return this.views.list(actor, screen);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: ViewDto })
  async add(
    @Actor() actor: Actor,
    @Body() body: NewViewDto,
    @IdempotencyKey() clientKey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ViewDto> {
    return withEtag(response, await this.views.add(actor, body, clientKey));
  }

  @Put('order')
  @HttpCode(204)
  @ApiNoContentResponse()
  order(@Actor() actor: Actor, @Body() body: ViewOrderDto): Promise<void> {
    return this.views.order(actor, body);
  }

  @Patch(':id')
  @ChangesVersion()
  @ApiOkResponse({ type: ViewDto })
  async change(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChangedViewDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ViewDto> {
    return withEtag(response, await this.views.change(actor, id, version, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @ChangesVersion()
  @ApiNoContentResponse()
  remove(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.views.remove(actor, id, version);
  }
}
