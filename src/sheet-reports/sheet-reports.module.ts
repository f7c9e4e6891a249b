import { Module } from '@nestjs/common';
import { SheetReportsController } from './sheet-reports.controller.js';
import { SheetReportsService } from './sheet-reports.service.js';

@Module({ controllers: [SheetReportsController], providers: [SheetReportsService] })
export class SheetReportsModule {}
