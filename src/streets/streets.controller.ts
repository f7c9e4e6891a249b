import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { StreetsImportService } from './streets-import.service.js';
import {
  ReadStreetDto,
  StreetGivenDto,
  StreetListQueryDto,
  StreetsFileDto,
  StreetsImportDto,
  StreetsImportedDto,
  StreetsPreviewDto,
  TownStreetDto,
} from './streets.dto.js';
import { TownStreetsService } from './town-streets.service.js';

/** Streets as an administrator manages them; `GET /streets` is what everyone asks while typing an address. */
@ApiTags('settings')
@Controller('settings/streets')
@Allow('settings.edit')
export class StreetsController {
  constructor(
    private readonly streets: TownStreetsService,
    private readonly imports: StreetsImportService,
  ) {}

  @Get()
  @ApiPage(TownStreetDto)
  list(@Query() query: StreetListQueryDto): Promise<Page<TownStreetDto>> {
    return this.streets.list(query);
  }

  @Get(':id')
  @ApiOkResponse({ type: ReadStreetDto })
  async read(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<ReadStreetDto> {
    return withEtag(response, await this.streets.read(id));
  }

  /** A name belongs to one street; the same key twice is one street. */
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: TownStreetDto })
  async add(
    @Actor() actor: Actor,
    @Body() body: StreetGivenDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TownStreetDto> {
    return withEtag(response, await this.streets.add(actor, body, key));
  }

  /** What a CSV file of streets would change, street by street; nothing is written. */
  @Post('import/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: StreetsPreviewDto })
  previewImport(@Body() { content }: StreetsFileDto): Promise<StreetsPreviewDto> {
    return this.imports.preview(content);
  }

  /** Applies the file that was previewed, without the streets that the preview refused; 412 where it would differ. */
  @Post('import')
  @HttpCode(200)
  @ApiOkResponse({ type: StreetsImportedDto })
  import(@Actor() actor: Actor, @Body() body: StreetsImportDto): Promise<StreetsImportedDto> {
    return this.imports.apply(actor, body);
  }

  @Put(':id')
  @ChangesVersion()
  @ApiOkResponse({ type: TownStreetDto })
  async change(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: StreetGivenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TownStreetDto> {
    return withEtag(response, await this.streets.change(actor, { id, version }, body));
  }

  /** Requests keep the words and the neighbourhood of their place. */
  @Delete(':id')
  @ChangesVersion()
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Actor() actor: Actor, @Param('id') id: string, @IfMatch() version: number): Promise<void> {
    return this.streets.remove(actor, { id, version });
  }
}
