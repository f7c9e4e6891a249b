import { Global, Module } from '@nestjs/common';
import { CalendarService } from './calendar/calendar.service.js';
import { CatalogService } from './catalog/catalog.service.js';
import { TownFactsService } from './catalog/town-facts.service.js';
import { LettersService } from './letters/letters.service.js';
import { DirectoryService } from './people/directory.service.js';
import { OrganisationsService } from './people/organisations.service.js';
import { StreetsService } from './places/streets.service.js';

const SERVICES = [
  CalendarService,
  CatalogService,
  DirectoryService,
  OrganisationsService,
  StreetsService,
  TownFactsService,
  LettersService,
];

/** What nearly every subject asks of the town: its catalogue, calendars, people, places and letters. */
@Global()
@Module({ providers: SERVICES, exports: SERVICES })
export class TownServicesModule {}
