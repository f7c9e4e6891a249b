import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { AccountChangeDto, AccountDto, NewAccountDto } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

/** People as an administrator manages them: accounts, roles, perimeters. */
@ApiTags('people')
@Controller()
@Allow('people.edit')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get('accounts')
  @ApiOkResponse({ type: [AccountDto] })
  list(): Promise<readonly AccountDto[]> {
    return this.accounts.list();
  }

  @Get('accounts/:id')
  @ApiOkResponse({ type: AccountDto })
  async read(@Param('id') id: string, @Res({ passthrough: true }) response: Response): Promise<AccountDto> {
    return withEtag(response, await this.accounts.read(id));
  }

  /** A login belongs to one person: the same account sent twice is refused the second time. */
  @Post('people')
  @ApiCreatedResponse({ type: AccountDto })
  async add(@Body() body: NewAccountDto, @Res({ passthrough: true }) response: Response): Promise<AccountDto> {
    return withEtag(response, await this.accounts.add(body));
  }

  @Patch('people/:id')
  @ChangesVersion()
  @ApiOkResponse({ type: AccountDto })
  async change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: AccountChangeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountDto> {
    return withEtag(response, await this.accounts.change(id, version, body));
  }
}
