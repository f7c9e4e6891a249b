import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { NewSheetReportDto, SheetReportDto, SheetReportQueryDto } from './sheet-reports.dto.js';
import { SheetReportsService } from './sheet-reports.service.js';

@ApiTags('sheet reports')
@Controller()
export class SheetReportsController {
  constructor(private readonly reports: SheetReportsService) {}

  @Post('processes/:processId/reports')
  @Allow('sheet.report')
  @Idempotent()
  @ApiCreatedResponse({ type: SheetReportDto })
  add(
    @Actor() actor: Actor,
    @Param('processId') processId: string,
    @Body() { text }: NewSheetReportDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<SheetReportDto> {
    return this.reports.add(actor, processId, { text, clientKey });
  }

  @Get('sheet-reports')
  @Allow('catalog.design', 'sheet.report')
  @ApiPage(SheetReportDto)
  list(@Query() query: SheetReportQueryDto): Promise<Page<SheetReportDto>> {
    return this.reports.list(query);
  }

  @Post('sheet-reports/:id/treat')
  @HttpCode(200)
  @Allow('catalog.design')
  @Idempotent()
  @ApiOkResponse({ type: SheetReportDto })
  treat(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SheetReportDto> {
    return this.reports.treat(actor, id);
  }
}
