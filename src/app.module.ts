import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { CasesModule } from './cases/cases.module.js';
import { CommandsModule } from './commands/commands.module.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TemporalModule } from './temporal/temporal.module.js';
import { TownServicesModule } from './town-services.module.js';

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
  ],
})
export class AppModule {}
