import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { PhoneUploadsController } from './phone-uploads.controller.js';
import { PhoneUploadsService } from './phone-uploads.service.js';

/** « Scanner avec mon téléphone ». */
@Module({
  imports: [AuthModule, DocumentsModule],
  controllers: [PhoneUploadsController],
  providers: [PhoneUploadsService],
})
export class PhoneUploadsModule {}
