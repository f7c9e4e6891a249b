import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AuthorizationResponseError } from 'openid-client';
import { Config } from '../config/env.js';
import { describeError, Logger } from '../http/logger.js';
import { RateLimit } from '../http/rate-limit.js';
import { Refusal } from '../http/refusal.js';
import { traceOf } from '../http/trace.js';
import { Public } from './allow.js';
import { OidcClient } from './oidc-client.js';
import { escapeHtml, pageOf } from './page.js';
import { destroy, forgetCookie } from './session.js';
import { SIGN_IN_FAULTS, SignInFailed } from './sign-in-failed.js';
import { SignInService } from './sign-in.service.js';

/** Where a browser goes to sign in, to sign in again before a signature, and to leave. Pages, not API. */
@ApiExcludeController()
@Controller('auth')
@Public()
@RateLimit({ name: 'sign-in', points: 3000, seconds: 60 })
export class AuthController {
  constructor(
    private readonly signIn: SignInService,
    private readonly oidc: OidcClient,
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  @Get('login')
  async login(
    @Req() request: Request,
    @Res() response: Response,
    @Query('returnTo') returnTo?: string,
    @Query('moved') moved?: string,
  ): Promise<void> {
    if (moved === undefined && this.isElsewhere(request)) {
      // The cookie must belong to the address that the provider sends the browser back to. Once: a proxy may hide it.
      const query = new URLSearchParams({ moved: '1', ...(returnTo === undefined ? {} : { returnTo }) });
      response.redirect(303, `${this.config.publicUrl}/auth/login?${query.toString()}`);
      return;
    }
    await this.page(request, response, async () => (await this.signIn.depart(request, 'signIn', returnTo)).href);
  }

  @Get('reauthenticate')
  async reauthenticate(
    @Req() request: Request,
    @Res() response: Response,
    @Query('returnTo') returnTo?: string,
  ): Promise<void> {
    const purpose = request.session.personId === undefined ? 'signIn' : 'reauthentication';
    await this.page(request, response, async () => (await this.signIn.depart(request, purpose, returnTo)).href);
  }

  @Get('callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.page(request, response, () => this.signIn.arrive(request));
  }

  @Get('logout')
  async logout(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.page(request, response, async () => {
      const { idToken } = request.session;
      await destroy(request.session);
      forgetCookie(response, this.config);
      // A provider that does not answer must not keep anybody signed in here.
      const url = await this.oidc.logoutUrl(idToken).catch(() => undefined);
      return url?.href ?? '/';
    });
  }

  /** Goes on to where `work` says, or shows why not. */
  private async page(request: Request, response: Response, work: () => Promise<string>): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      response.redirect(303, await work());
    } catch (error) {
      const { reason, status } = faultOf(error);
      const line = { traceId: traceOf(request).traceId, reason };
      if (reason === 'unexpected') this.logger.error({ ...line, ...describeError(error) }, 'sign-in failed');
      else this.logger.info(line, 'sign-in refused');
      response.status(status).type('html').send(faultPage(SIGN_IN_FAULTS[reason]));
    }
  }

  private isElsewhere(request: Request): boolean {
    return request.host !== new URL(this.config.publicUrl).host;
  }
}

function faultOf(error: unknown): { reason: keyof typeof SIGN_IN_FAULTS; status: number } {
  if (error instanceof SignInFailed) return { reason: error.fault, status: error.fault === 'expired' ? 400 : 403 };
  if (error instanceof AuthorizationResponseError) return { reason: 'cancelled', status: 403 };
  if (error instanceof Refusal && error.code === 'http.unavailable') return { reason: 'unavailable', status: 503 };
  return { reason: 'unexpected', status: 500 };
}

function faultPage(sentence: string): string {
  const content = `<p class="error" role="alert">${escapeHtml(sentence)}</p>
<p><a class="button" href="/auth/login">Recommencer la connexion</a></p>`;
  return pageOf('Connexion impossible', content);
}
