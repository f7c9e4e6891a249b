import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '../../domain/time/local-date.js';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch } from '../http/etag.js';
import { CLOSURE_KINDS, type TownClosure } from '../town/town.js';
import {
  ClosureDto,
  ClosureQueryDto,
  HoursDto,
  NewClosureDto,
  OrganisationCalendarDto,
  SimulationDto,
  SimulationQueryDto,
  WorkingDaysDto,
} from './closures.dto.js';
import { ClosuresService } from './closures.service.js';

const KINDS = Object.fromEntries(CLOSURE_KINDS.map((kind) => [kind, kind]));

/** Closures, opening hours, and what they make of a time limit. */
@ApiTags('closures')
@Controller()
export class ClosuresController {
  constructor(private readonly closures: ClosuresService) {}

  @Get('closures')
  @Allow('people.read')
  @ApiOkResponse({ type: [ClosureDto] })
  list(@Query() query: ClosureQueryDto): Promise<readonly ClosureDto[]> {
    return this.closures.list(query);
  }

  /** The same closure decided twice is one closure: no key is needed. */
  @Post('closures')
  @Allow('calendar.edit')
  @ApiCreatedResponse({ type: ClosureDto })
  add(@Actor() actor: Actor, @Body() body: NewClosureDto): Promise<ClosureDto> {
    return this.closures.add(actor, body);
  }

  @Delete('closures/:organisation/:date/:kind')
  @Allow('calendar.edit')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(
    @Param('organisation') organisation: string,
    @Param('date') date: string,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: TownClosure['kind'],
  ): Promise<void> {
    return this.closures.remove({ organisation, date: date as LocalDate, kind });
  }

  @Get('calendars')
  @Allow('people.read')
  @ApiOkResponse({ type: [OrganisationCalendarDto] })
  calendars(): Promise<readonly OrganisationCalendarDto[]> {
    return this.closures.organisations();
  }

  /** What the screens need to say « 2 j ouvrés » of any date, by the calendar of the organisation of the reader. */
  @Get('calendars/working-days')
  @Allow('people.read')
  @ApiOkResponse({ type: WorkingDaysDto })
  workingDays(@Actor() actor: Actor): Promise<WorkingDaysDto> {
    return this.closures.workingDays(actor);
  }

  @Get('calendars/simulation')
  @Allow('people.read')
  @ApiOkResponse({ type: SimulationDto })
  simulate(@Query() query: SimulationQueryDto): Promise<SimulationDto> {
    return this.closures.simulate(query);
  }

  @Put('calendars/:organisation/hours')
  @Allow('calendar.edit')
  @ChangesVersion()
  @HttpCode(204)
  @ApiNoContentResponse()
  setHours(
    @Param('organisation') organisation: string,
    @IfMatch() version: number,
    @Body() body: HoursDto,
  ): Promise<void> {
    return this.closures.setHours({ organisation, version }, body);
  }
}
