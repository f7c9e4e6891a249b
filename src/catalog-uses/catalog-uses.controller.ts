import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import {
  SearchedWordsDto,
  SearchMarkDto,
  SheetReadDto,
  SheetUseDto,
  SheetUseQueryDto,
  UnansweredQueryDto,
  UnansweredSearchDto,
} from './catalog-uses.dto.js';
import { CatalogUsesService } from './catalog-uses.service.js';

/** How the catalogue serves: what is read, and what is looked for in vain. */
@ApiTags('catalog uses')
@Controller()
export class CatalogUsesController {
  constructor(private readonly uses: CatalogUsesService) {}

  @Get('sheet-uses')
  @Allow('catalog.read')
  @ApiOkResponse({ type: [SheetUseDto] })
  list(@Query() { processId }: SheetUseQueryDto): Promise<readonly SheetUseDto[]> {
    return this.uses.list(processId);
  }

  /** A count, not a command: said twice, it is counted twice. */
  @Post('sheet-uses')
  @HttpCode(204)
  @Allow('catalog.read')
  @ApiNoContentResponse()
  read(@Body() { processId }: SheetReadDto): Promise<void> {
    return this.uses.countRead(processId);
  }

  @Post('unanswered-searches')
  @HttpCode(204)
  @Allow('sheet.report')
  @ApiNoContentResponse()
  searched(@Body() { words }: SearchedWordsDto): Promise<void> {
    return this.uses.keepUnanswered(words);
  }

  @Get('unanswered-searches')
  @Allow('catalog.design', 'sheet.report')
  @ApiPage(UnansweredSearchDto)
  unanswered(@Query() query: UnansweredQueryDto): Promise<Page<UnansweredSearchDto>> {
    return this.uses.unanswered(query);
  }

  @Post('unanswered-searches/:id/mark')
  @HttpCode(200)
  @Allow('catalog.design')
  @Idempotent()
  @ApiOkResponse({ type: UnansweredSearchDto })
  mark(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { as }: SearchMarkDto,
  ): Promise<UnansweredSearchDto> {
    return this.uses.mark(actor, id, as);
  }
}
