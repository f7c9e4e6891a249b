import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Actor, Allow, Public } from '../auth/allow.js';
import { CaseDocumentDto } from '../cases/case-contents.dto.js';
import { TakesOneFile } from '../documents/takes-one-file.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { RateLimit } from '../http/rate-limit.js';
import {
  NewPhoneUploadDto,
  OpenedPhoneUploadDto,
  PhoneFileDto,
  PhonePageDto,
  PhoneUploadDto,
} from './phone-uploads.dto.js';
import { PhoneUploadsService } from './phone-uploads.service.js';

/** Twenty files in all, each announced, sent, and tried again a few times. */
const BY_PHONE = { name: 'public-phone', points: 240, seconds: 600 };

/** Files that a telephone sends to what is being worked on at a desk. */
@ApiTags('documents')
@Controller()
export class PhoneUploadsController {
  constructor(private readonly uploads: PhoneUploadsService) {}

  @Put('phone-uploads/:id')
  @Allow('document.add')
  @ApiOkResponse({ type: OpenedPhoneUploadDto })
  open(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { caseId }: NewPhoneUploadDto,
  ): Promise<OpenedPhoneUploadDto> {
    return this.uploads.open(actor, id, caseId);
  }

  @Get('phone-uploads/:id')
  @Allow('document.add')
  @ApiOkResponse({ type: PhoneUploadDto })
  read(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PhoneUploadDto> {
    return this.uploads.read(actor, id);
  }

  @Delete('phone-uploads/:id')
  @HttpCode(204)
  @Allow('document.add')
  @ApiNoContentResponse()
  close(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.uploads.close(actor, id);
  }

  /** What is on its way is no longer waited for: closed, the page takes nothing more. */
  @Delete('phone-uploads/:id/coming')
  @HttpCode(204)
  @Allow('document.add')
  @ApiNoContentResponse()
  awaitNothing(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.uploads.awaitNothing(actor, id);
  }

  /** The secret stands in the address of the API alone, whose log keeps the pattern of a route and never the address. */
  @Get('public/phone-uploads/:secret')
  @Public()
  @RateLimit(BY_PHONE)
  @ApiOkResponse({ type: PhonePageDto })
  page(@Param('secret') secret: string): Promise<PhonePageDto> {
    return this.uploads.page(secret);
  }

  /** Said before a file is sent, so that the desk waits for it: under the key that the file itself will have. */
  @Put('public/phone-uploads/:secret/files/:key')
  @HttpCode(204)
  @Public()
  @RateLimit(BY_PHONE)
  @ApiNoContentResponse()
  announce(
    @Param('secret') secret: string,
    @Param('key', ParseUUIDPipe) key: string,
    @Body() { failed }: PhoneFileDto,
  ): Promise<void> {
    return this.uploads.announce(secret, { key, failed });
  }

  @Delete('public/phone-uploads/:secret/files/:key')
  @HttpCode(204)
  @Public()
  @RateLimit(BY_PHONE)
  @ApiNoContentResponse()
  giveUp(@Param('secret') secret: string, @Param('key', ParseUUIDPipe) key: string): Promise<void> {
    return this.uploads.giveUp(secret, key);
  }

  @Post('public/phone-uploads/:secret/documents')
  @Public()
  @RateLimit(BY_PHONE)
  @Idempotent()
  @TakesOneFile()
  @ApiCreatedResponse({ type: CaseDocumentDto })
  receive(
    @Param('secret') secret: string,
    @Req() request: Request,
    @IdempotencyKey() clientKey: string,
  ): Promise<CaseDocumentDto> {
    return this.uploads.receive(secret, { request, clientKey });
  }
}
