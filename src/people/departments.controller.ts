import { Body, Controller, Get, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import {
  DepartmentSettingsDto,
  DepartmentsSettingsDto,
  DepartmentStateDto,
  DepartmentTextsDto,
  NewDepartmentDto,
  NewTeamDto,
  TeamSettingsDto,
  TeamTextsDto,
} from './departments.dto.js';
import { DepartmentsService } from './departments.service.js';

/** Departments and their teams as an administrator manages them. */
@ApiTags('settings')
@Controller('settings/departments')
@Allow('settings.edit')
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Get()
  @ApiOkResponse({ type: DepartmentsSettingsDto })
  list(): Promise<DepartmentsSettingsDto> {
    return this.departments.list();
  }

  @Get(':id')
  @ApiOkResponse({ type: DepartmentSettingsDto })
  async read(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<DepartmentSettingsDto> {
    return withEtag(response, await this.departments.read(id));
  }

  /** The same department given twice is one. */
  @Post()
  @ApiCreatedResponse({ type: DepartmentSettingsDto })
  async add(
    @Actor() actor: Actor,
    @Body() body: NewDepartmentDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DepartmentSettingsDto> {
    return withEtag(response, await this.departments.add(actor, body));
  }

  @Put(':id')
  @ChangesVersion()
  @ApiOkResponse({ type: DepartmentSettingsDto })
  async change(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: DepartmentTextsDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DepartmentSettingsDto> {
    return withEtag(response, await this.departments.change(actor, { id, version }, body));
  }

  /** Closes it, once nothing and nobody names it any more, or opens it again. */
  @Put(':id/state')
  @ChangesVersion()
  @ApiOkResponse({ type: DepartmentSettingsDto })
  async setState(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { closed }: DepartmentStateDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DepartmentSettingsDto> {
    return withEtag(response, await this.departments.setClosed(actor, { id, version }, closed));
  }

  /** The same team given twice is one. */
  @Post(':id/teams')
  @ApiCreatedResponse({ type: TeamSettingsDto })
  async addTeam(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Body() body: NewTeamDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TeamSettingsDto> {
    return withEtag(response, await this.departments.addTeam(actor, id, body));
  }

  @Put(':id/teams/:team')
  @ChangesVersion()
  @ApiOkResponse({ type: TeamSettingsDto })
  async renameTeam(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @Param('team') team: string,
    @IfMatch() version: number,
    @Body() { name }: TeamTextsDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TeamSettingsDto> {
    return withEtag(response, await this.departments.renameTeam(actor, { department: id, id: team, version }, name));
  }
}
