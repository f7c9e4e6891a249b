import { Module } from '@nestjs/common';
import { AuthModule } from './auth/auth.module.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';

/** The API: what every route stands on, then one module a subject. */
@Module({ imports: [ConfigModule, HttpModule, DatabaseModule, HealthModule, AuthModule] })
export class AppModule {}
