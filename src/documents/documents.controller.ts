import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Request, Response } from 'express';
import { Actor, Allow, Public } from '../auth/allow.js';
import { CaseDocumentDto } from '../cases/case-contents.dto.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { isKept } from '../http/kept-content.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { RateLimit } from '../http/rate-limit.js';
import { dispositionOf } from './disposition.js';
import { DocumentsService } from './documents.service.js';
import { TakesOneFile } from './takes-one-file.js';

export class DocumentQueryDto {
  @ApiPropertyOptional({ enum: ['inline', 'attachment'], default: 'attachment' })
  @IsOptional()
  @IsIn(['inline', 'attachment'])
  readonly as?: 'inline' | 'attachment';
}

@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get('cases/:caseId/documents')
  @Allow('document.read')
  @ApiPage(CaseDocumentDto)
  list(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<Page<CaseDocumentDto>> {
    return this.documents.list(actor, caseId);
  }

  @Post('cases/:caseId/documents')
  @Allow('document.add')
  @Idempotent()
  @TakesOneFile()
  @ApiCreatedResponse({ type: CaseDocumentDto })
  addToCase(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Req() request: Request,
    @IdempotencyKey() clientKey: string,
  ): Promise<CaseDocumentDto> {
    return this.documents.addToCase(actor, caseId, { request, clientKey });
  }

  @Post('documents')
  @Allow('case.open')
  @Idempotent()
  @TakesOneFile()
  @ApiCreatedResponse({ type: CaseDocumentDto })
  add(@Actor() actor: Actor, @Req() request: Request, @IdempotencyKey() clientKey: string): Promise<CaseDocumentDto> {
    return this.documents.addBeforeCase(actor, { request, clientKey });
  }

  @Post('public/documents')
  @Public()
  @RateLimit({ name: 'public-documents', points: 30, seconds: 600 })
  @Idempotent()
  @TakesOneFile()
  @ApiCreatedResponse({ type: CaseDocumentDto })
  addPublicly(@Req() request: Request, @IdempotencyKey() clientKey: string): Promise<CaseDocumentDto> {
    return this.documents.addBeforeCase(undefined, { request, clientKey });
  }

  @Get('documents/:id/thumbnail')
  @Allow('document.read')
  @ApiProduces('image/webp')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async thumbnail(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const row = await this.documents.readable(actor, id);
    if (isKept(id, request, response)) return undefined;
    const small = await this.documents.thumbnailOf(row);
    return new StreamableFile(small, { type: 'image/webp', length: small.length });
  }

  @Get('documents/:id')
  @Allow('document.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { as = 'attachment' }: DocumentQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const row = await this.documents.readable(actor, id);
    if (isKept(id, request, response)) return undefined;
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Security-Policy', `sandbox; default-src 'none'`);
    return new StreamableFile(await this.documents.contentOf(row), {
      type: row.type,
      length: row.size,
      disposition: dispositionOf(row, as),
    });
  }
}
