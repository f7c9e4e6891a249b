import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow, Public } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { ApiPage, type Page, PageQuery } from '../http/pagination.js';
import { RateLimit } from '../http/rate-limit.js';
import { OrganisationSettingsService } from './organisation-settings.service.js';
import {
  AccessibilityDto,
  AccessibilityGivenDto,
  LogoDto,
  OrganisationSettingsDto,
  OrganisationTextsDto,
  OutlinesAppliedDto,
  OutlinesGivenDto,
  OutlinesPreviewDto,
  SettingsChangeDto,
  ThemesDto,
  ThemesGivenDto,
} from './settings.dto.js';
import { SettingsJournalService } from './settings-journal.service.js';
import { TownSettingsService } from './town-settings.service.js';

/** What an administrator decides about the town: each part with its version, each change in the journal of settings. */
@ApiTags('settings')
@Controller()
export class SettingsController {
  constructor(
    private readonly organisations: OrganisationSettingsService,
    private readonly town: TownSettingsService,
    private readonly journal: SettingsJournalService,
  ) {}

  @Get('settings/organisations')
  @Allow('settings.edit')
  @ApiOkResponse({ type: [OrganisationSettingsDto] })
  listOrganisations(): Promise<readonly OrganisationSettingsDto[]> {
    return this.organisations.list();
  }

  @Get('settings/organisations/:id')
  @Allow('settings.edit')
  @ApiOkResponse({ type: OrganisationSettingsDto })
  async readOrganisation(
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationSettingsDto> {
    return withEtag(response, await this.organisations.read(id));
  }

  @Put('settings/organisations/:id')
  @Allow('settings.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: OrganisationSettingsDto })
  async changeOrganisation(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: OrganisationTextsDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationSettingsDto> {
    return withEtag(response, await this.organisations.change(actor, { id, version }, body));
  }

  @Put('settings/organisations/:id/logo')
  @Allow('settings.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: OrganisationSettingsDto })
  async setLogo(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { content }: LogoDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationSettingsDto> {
    const bytes = Buffer.from(content, 'base64');
    return withEtag(response, await this.organisations.setLogo(actor, { id, version }, bytes));
  }

  @Delete('settings/organisations/:id/logo')
  @Allow('settings.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: OrganisationSettingsDto })
  async removeLogo(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OrganisationSettingsDto> {
    return withEtag(response, await this.organisations.setLogo(actor, { id, version }, undefined));
  }

  @Get('settings/themes')
  @Allow('settings.edit')
  @ApiOkResponse({ type: ThemesDto })
  async themes(@Res({ passthrough: true }) response: Response): Promise<ThemesDto> {
    return withEtag(response, await this.town.themes());
  }

  @Put('settings/themes')
  @Allow('settings.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: ThemesDto })
  async setThemes(
    @Actor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ThemesGivenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ThemesDto> {
    return withEtag(response, await this.town.setThemes(actor, version, body));
  }

  /** What a file would change; nothing is kept. */
  @Post('settings/quartiers/preview')
  @HttpCode(200)
  @Allow('settings.edit')
  @ApiOkResponse({ type: OutlinesPreviewDto })
  previewOutlines(@Body() { content }: OutlinesGivenDto): Promise<OutlinesPreviewDto> {
    return this.town.previewOutlines(content);
  }

  @Put('settings/quartiers')
  @Allow('settings.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: OutlinesAppliedDto })
  async applyOutlines(
    @Actor() actor: Actor,
    @IfMatch() version: number,
    @Body() { content }: OutlinesGivenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OutlinesAppliedDto> {
    return withEtag(response, await this.town.applyOutlines(actor, version, content));
  }

  @Put('settings/accessibility')
  @Allow('settings.edit')
  @ChangesVersion()
  @ApiOkResponse({ type: AccessibilityDto })
  async setAccessibility(
    @Actor() actor: Actor,
    @IfMatch() version: number,
    @Body() body: AccessibilityGivenDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccessibilityDto> {
    return withEtag(response, await this.town.setAccessibility(actor, version, body));
  }

  /** Read by anyone, signed in or not: the law asks for it. */
  @Get('public/accessibility')
  @Public()
  @RateLimit({ name: 'public-read', points: 300, seconds: 60 })
  @ApiOkResponse({ type: AccessibilityDto })
  async accessibility(@Res({ passthrough: true }) response: Response): Promise<AccessibilityDto> {
    return withEtag(response, await this.town.accessibility());
  }

  @Get('settings/changes')
  @Allow('settings.edit')
  @ApiPage(SettingsChangeDto)
  changes(@Query() query: PageQuery): Promise<Page<SettingsChangeDto>> {
    return this.journal.list(query);
  }
}
