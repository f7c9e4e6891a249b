import { Module } from '@nestjs/common';
import { AbsencesModule } from './absences/absences.module.js';
import { AuthoritiesModule } from './authorities/authorities.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CasesModule } from './cases/cases.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { CitizensModule } from './citizens/citizens.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DelegationsModule } from './delegations/delegations.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { DraftsModule } from './drafts/drafts.module.js';
import { EventsModule } from './events/events.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { IncidentsModule } from './incidents/incidents.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LettersModule } from './letters/letters.module.js';
import { LinksModule } from './links/links.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { NotesModule } from './notes/notes.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { ParapheurModule } from './parapheur/parapheur.module.js';
import { PeopleModule } from './people/people.module.js';
import { PlacesModule } from './places/places.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { PublicModule } from './public/public.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TemporalModule } from './temporal/temporal.module.js';
import { TownServicesModule } from './town-services.module.js';
import { ClosuresModule } from './closures/closures.module.js';
import { DesignModule } from './design/design.module.js';
import { LotsModule } from './lots/lots.module.js';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module.js';
import { CallbacksModule } from './callbacks/callbacks.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { CatalogUsesModule } from './catalog-uses/catalog-uses.module.js';
import { PhoneUploadsModule } from './phone-uploads/phone-uploads.module.js';
import { PlanningModule } from './planning/planning.module.js';
import { SetAsidesModule } from './set-asides/set-asides.module.js';
import { SplitsModule } from './splits/splits.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { StreetsModule } from './streets/streets.module.js';
import { SheetReportsModule } from './sheet-reports/sheet-reports.module.js';
import { StatisticsModule } from './statistics/statistics.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { ViewsModule } from './views/views.module.js';

/** The API: what every route stands on, then one module a subject. */
@Module({
  imports: [
    ConfigModule,
    HttpModule,
    DatabaseModule,
    HealthModule,
    AuthModule,
    TemporalModule,
    TownServicesModule,
    CommandsModule,
    IntakeModule,
    TasksModule,
    CasesModule,
    CatalogModule,
    CitizensModule,
    PeopleModule,
    AbsencesModule,
    AuthoritiesModule,
    DelegationsModule,
    PlacesModule,
    NotesModule,
    LinksModule,
    MessagesModule,
    PresenceModule,
    PrivacyModule,
    DocumentsModule,
    PhoneUploadsModule,
    DraftsModule,
    LettersModule,
    ParapheurModule,
    NoticesModule,
    IncidentsModule,
    PublicModule,
    EventsModule,
    ViewsModule,
    SupervisionModule,
    StatisticsModule,
    LotsModule,
    DesignModule,
    SettingsModule,
    StreetsModule,
    SheetReportsModule,
    SetAsidesModule,
    CatalogUsesModule,
    CallbacksModule,
    NotificationsModule,
    PlanningModule,
    CalendarFeedModule,
    SplitsModule,
    ClosuresModule,
  ],
})
export class AppModule {}
