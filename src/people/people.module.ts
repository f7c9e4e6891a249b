import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { SettingsJournalService } from '../settings/settings-journal.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { AccountsImportService } from './accounts-import.service.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';

@Module({
  imports: [AuthModule],
  controllers: [PeopleController, AccountsController, DepartmentsController],
  providers: [PeopleService, AccountsService, AccountsImportService, DepartmentsService, SettingsJournalService],
})
export class PeopleModule {}
