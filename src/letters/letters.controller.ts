import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiProperty,
  ApiTags,
  getSchemaPath,
  ApiExtraModels,
} from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Request, Response } from 'express';
import { Actor, Allow } from '../auth/allow.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { ConfirmPostingDto } from '../tasks/act.dto.js';
import { isKept } from '../http/kept-content.js';
import { LetterPreviewService } from './letter-preview.service.js';
import { LettersToPostService } from './letters-to-post.service.js';
import { PostingsService } from './postings.service.js';
import {
  BundleQueryDto,
  LetterPreviewDto,
  LettersToPostQueryDto,
  LetterToPostDto,
  MailPreviewDto,
  PrintedLettersDto,
} from './letters.dto.js';

export class LetterSheetQueryDto {
  @ApiProperty({ example: 'ville' }) @IsString() @MaxLength(60) readonly organisation!: string;
}

const PDF = { content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } as const;

/** Letters: looked at before they leave, read as they were kept, printed and posted. */
@ApiTags('letters')
@Controller()
export class LettersController {
  constructor(
    private readonly previews: LetterPreviewService,
    private readonly toPost: LettersToPostService,
    private readonly postings: PostingsService,
  ) {}

  @Post('cases/:caseId/letter-preview')
  @HttpCode(200)
  @Allow('task.answer', 'task.endorse')
  @ApiProduces('application/pdf', 'application/json')
  @ApiExtraModels(MailPreviewDto)
  @ApiOkResponse({
    content: { ...PDF.content, 'application/json': { schema: { $ref: getSchemaPath(MailPreviewDto) } } },
  })
  async preview(
    @Actor() actor: Actor,
    @Param('caseId') caseId: string,
    @Body() asked: LetterPreviewDto,
  ): Promise<StreamableFile | MailPreviewDto> {
    const { pdf, sha256, mailSubject, mailText, mailHtml } = await this.previews.preview(actor, caseId, asked);
    if (asked.as === 'mail') return { mailSubject, mailText, mailHtml, letterHash: sha256 };
    return pdfFile(pdf, 'apercu.pdf');
  }

  @Get('letters/:caseId/:letterId')
  @Allow('case.read')
  @ApiOkResponse(PDF)
  async read(
    @Actor() actor: Actor,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const { pdf, hash, input } = await this.previews.read(actor, caseId, letterId);
    // A letter never changes: who has these bytes needs them no second time.
    if (isKept(hash, request, response)) return undefined;
    return pdfFile(pdf, `${input.reference}.pdf`);
  }

  @Post('letters/:caseId/:letterId/opened')
  @HttpCode(204)
  @Allow('case.read')
  @ApiNoContentResponse()
  opened(
    @Actor() actor: Actor,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Param('letterId', ParseUUIDPipe) letterId: string,
  ): Promise<void> {
    return this.previews.noteOpened(actor, caseId, letterId);
  }

  @Get('letters-to-post')
  @Allow('letter.print')
  @ApiPage(LetterToPostDto)
  list(@Actor() actor: Actor, @Query() query: LettersToPostQueryDto): Promise<Page<LetterToPostDto>> {
    return this.toPost.list(actor, query);
  }

  @Get('letters-to-post/print')
  @Allow('letter.print')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOkResponse(PDF)
  async sheet(@Actor() actor: Actor, @Query() { organisation }: LetterSheetQueryDto): Promise<StreamableFile> {
    return pdfFile(await this.toPost.sheet(actor, organisation), 'bordereau.pdf');
  }

  @Get('letters-to-post/bundle')
  @Allow('letter.print')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOkResponse({ ...PDF, description: 'The sheet of the bundle, then every letter, in one file to print.' })
  async bundle(@Actor() actor: Actor, @Query() asked: BundleQueryDto): Promise<StreamableFile> {
    return pdfFile(await this.toPost.bundle(actor, asked), 'courriers.pdf');
  }

  @Post('letters-to-post/:effectId/posted')
  @HttpCode(204)
  @Allow('letter.print')
  @Idempotent()
  @ApiNoContentResponse()
  confirmPosting(
    @Actor() actor: Actor,
    @Param('effectId') effectId: string,
    @Body() body: ConfirmPostingDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<void> {
    return this.postings.confirm(actor, effectId, { body, clientKey });
  }

  @Post('letters-to-post/printed')
  @HttpCode(204)
  @Allow('letter.print')
  @ApiNoContentResponse()
  markPrinted(@Actor() actor: Actor, @Body() { effectIds }: PrintedLettersDto): Promise<void> {
    return this.toPost.markPrinted(actor, effectIds);
  }
}

function pdfFile(pdf: Uint8Array, name: string): StreamableFile {
  return new StreamableFile(pdf, {
    type: 'application/pdf',
    length: pdf.length,
    disposition: `inline; filename="${name}"`,
  });
}
