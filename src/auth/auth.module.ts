import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { IdempotencyGuard } from '../http/idempotency.js';
import { RateLimitGuard } from '../http/rate-limit.js';
import { AccessGuard } from './access.guard.js';
import { AuthController } from './auth.controller.js';
import { OidcClient } from './oidc-client.js';
import { PersonDirectory } from './person-directory.js';
import { RoutesGate } from './routes-gate.js';
import { SessionController } from './session.controller.js';
import { SignInService } from './sign-in.service.js';

/** Who is who, and what stands before every route. The guards run in this order. */
@Module({
  imports: [DiscoveryModule],
  controllers: [AuthController, SessionController],
  providers: [
    OidcClient,
    PersonDirectory,
    SignInService,
    RoutesGate,
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: IdempotencyGuard },
  ],
  exports: [PersonDirectory],
})
export class AuthModule {}
