import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { LetterPreviewService } from './letter-preview.service.js';
import { LettersController } from './letters.controller.js';
import { LettersToPostService } from './letters-to-post.service.js';
import { PostingsService } from './postings.service.js';

@Module({
  imports: [TasksModule],
  controllers: [LettersController],
  providers: [LetterPreviewService, LettersToPostService, PostingsService],
})
export class LettersModule {}
