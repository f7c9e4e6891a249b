import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { PlacesModule } from '../places/places.module.js';
import { OrganisationSettingsService } from './organisation-settings.service.js';
import { SettingsController } from './settings.controller.js';
import { SettingsJournalService } from './settings-journal.service.js';
import { TownSettingsService } from './town-settings.service.js';

@Module({
  imports: [CatalogModule, PlacesModule],
  controllers: [SettingsController],
  providers: [OrganisationSettingsService, TownSettingsService, SettingsJournalService],
})
export class SettingsModule {}
