import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Actor, Allow, Public } from '../auth/allow.js';
import { CaseDocumentDto } from '../cases/case-contents.dto.js';
import { TakesOneFile } from '../documents/takes-one-file.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { RateLimit } from '../http/rate-limit.js';
import { NewPhoneUploadDto, OpenedPhoneUploadDto, PhonePageDto, PhoneUploadDto } from './phone-uploads.dto.js';
import { PhoneUploadsService } from './phone-uploads.service.js';

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

  /** The secret stands in the address of the API alone, whose log keeps the pattern of a route and never the address. */
  @Get('public/phone-uploads/:secret')
  @Public()
  @RateLimit({ name: 'public-phone', points: 120, seconds: 600 })
  @ApiOkResponse({ type: PhonePageDto })
  page(@Param('secret') secret: string): Promise<PhonePageDto> {
    return this.uploads.page(secret);
  }

  @Post('public/phone-uploads/:secret/documents')
  @Public()
  @RateLimit({ name: 'public-phone', points: 120, seconds: 600 })
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
