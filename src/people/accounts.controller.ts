import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ChangesVersion, IfMatch, withEtag } from '../http/etag.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { AccountChangeDto, AccountDto, NewAccountDto } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { AccountsFileDto, AccountsImportDto, AccountsImportedDto, AccountsPreviewDto } from './accounts-import.dto.js';
import { AccountsImportService } from './accounts-import.service.js';

/** People as an administrator manages them: accounts, roles, perimeters. */
@ApiTags('people')
@Controller()
@Allow('people.edit')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly imports: AccountsImportService,
  ) {}

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

  /** What a CSV file of accounts would change, account by account; nothing is written. */
  @Post('accounts/import/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountsPreviewDto })
  previewImport(@Body() { content }: AccountsFileDto): Promise<AccountsPreviewDto> {
    return this.imports.preview(content);
  }

  /** Applies the file that was previewed, without the accounts that the preview refused; 412 where it would differ. */
  @Post('accounts/import')
  @HttpCode(200)
  @ApiOkResponse({ type: AccountsImportedDto })
  import(@Actor() actor: Actor, @Body() body: AccountsImportDto): Promise<AccountsImportedDto> {
    return this.imports.apply(actor, body);
  }

  /** A login belongs to one person; the same key twice is one account. */
  @Post('people')
  @Idempotent()
  @ApiCreatedResponse({ type: AccountDto })
  async add(
    @Actor() actor: Actor,
    @Body() body: NewAccountDto,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountDto> {
    return withEtag(response, await this.accounts.add(actor, body, key));
  }

  @Patch('people/:id')
  @ChangesVersion()
  @ApiOkResponse({ type: AccountDto })
  async change(
    @Actor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: AccountChangeDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AccountDto> {
    return withEtag(response, await this.accounts.change(actor, { id, version }, body));
  }
}
