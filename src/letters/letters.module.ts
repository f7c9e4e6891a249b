import { Module } from '@nestjs/common';
import { LetterPreviewService } from './letter-preview.service.js';
import { LettersController } from './letters.controller.js';
import { LettersToPostService } from './letters-to-post.service.js';

@Module({ controllers: [LettersController], providers: [LetterPreviewService, LettersToPostService] })
export class LettersModule {}
