import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth/allow.js';
import { NamedDto } from '../people/named-person.dto.js';
import { ApiProcessPage, type ProcessPage } from './process-page.js';
import { ProcessQueryDto, ProcessSheetDto } from './process.dto.js';
import { ProcessesService } from './processes.service.js';
import { PromiseDto, PromiseQueryDto } from './promise.dto.js';

/** The catalogue for those who answer citizens: searched in their words, read as a sheet. */
@ApiTags('processes')
@Controller('processes')
@Allow('catalog.read')
export class CatalogController {
  constructor(private readonly processes: ProcessesService) {}

  @Get()
  @ApiProcessPage()
  list(@Query() query: ProcessQueryDto): Promise<ProcessPage> {
    return this.processes.list(query);
  }

  @Get('themes')
  @ApiOkResponse({ type: [NamedDto] })
  themes(): Promise<readonly NamedDto[]> {
    return this.processes.themes();
  }

  @Get(':processId')
  @ApiOkResponse({ type: ProcessSheetDto })
  read(@Param('processId') processId: string): Promise<ProcessSheetDto> {
    return this.processes.sheet(processId);
  }

  @Get(':processId/promise')
  @ApiOkResponse({ type: PromiseDto })
  promise(@Param('processId') processId: string, @Query() { receivedAt }: PromiseQueryDto): Promise<PromiseDto> {
    return this.processes.promise(processId, receivedAt);
  }
}
