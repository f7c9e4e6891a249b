import { Module } from '@nestjs/common';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import { StreetsController } from './streets.controller.js';
import { StreetsImportService } from './streets-import.service.js';
import { TownStreetsService } from './town-streets.service.js';

@Module({
  controllers: [StreetsController],
  providers: [TownStreetsService, StreetsImportService, SettingsJournalService],
})
export class StreetsModule {}
