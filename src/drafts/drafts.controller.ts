import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { DraftContentDto, DraftDto, DraftQueryDto, DraftSharingDto, NewDraftDto } from './drafts.dto.js';
import { DraftsService } from './drafts.service.js';

@ApiTags('drafts')
@Controller('drafts')
@Allow('draft.edit')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  @ApiPage(DraftDto)
  list(@Actor() actor: Actor, @Query() query: DraftQueryDto): Promise<Page<DraftDto>> {
    return this.drafts.list(actor, query);
  }

  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: DraftDto })
  async add(
    @Actor() actor: Actor,
    @Body() draft: NewDraftDto,
    @IdempotencyKey() clientKey: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftDto> {
    return withEtag(response, await this.drafts.add(actor, draft, clientKey));
  }

  @Get(':id')
  @ApiOkResponse({ type: DraftDto })
  async read(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftDto> {
    return withEtag(response, await this.drafts.read(actor, id));
  }

  @Put(':id')
  @ChangesVersion()
  @ApiOkResponse({ type: DraftDto })
  async write(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() content: DraftContentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftDto> {
    return withEtag(response, await this.drafts.write(actor, id, version, content));
  }

  @Put(':id/sharing')
  @ChangesVersion()
  @ApiOkResponse({ type: DraftDto })
  async share(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { sharedWith }: DraftSharingDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DraftDto> {
    return withEtag(response, await this.drafts.share(actor, id, version, sharedWith));
  }

  @Delete(':id')
  @HttpCode(204)
  @ChangesVersion()
  @ApiNoContentResponse()
  remove(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number): Promise<void> {
    return this.drafts.remove(actor, id, version);
  }
}
