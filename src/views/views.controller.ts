import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { NewViewDto, RenamedViewDto, ViewDto, ViewQueryDto } from './views.dto.js';
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
  add(@Actor() actor: Actor, @Body() body: NewViewDto, @IdempotencyKey() clientKey: string): Promise<ViewDto> {
    return this.views.add(actor, body, clientKey);
  }

  @Patch(':id')
  @ApiOkResponse({ type: ViewDto })
  rename(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name }: RenamedViewDto,
  ): Promise<ViewDto> {
    return this.views.rename(actor, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.views.remove(actor, id);
  }
}
