import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesService } from './absences.service.js';
import { ReturnsService } from './returns.service.js';

@Module({
  imports: [AuthModule, NoticesModule],
  controllers: [AbsencesController],
  providers: [AbsencesService, ReturnsService],
})
export class AbsencesModule {}
