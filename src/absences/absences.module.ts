import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { AbsencesController } from './absences.controller.js';
import { AbsencesService } from './absences.service.js';

@Module({ imports: [AuthModule], controllers: [AbsencesController], providers: [AbsencesService] })
export class AbsencesModule {}
