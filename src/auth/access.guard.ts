import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Actor } from '../../domain/people/actor.js';
import { mayAtAll } from '../../domain/people/permission.js';
import { Config } from '../config/env.js';
import { Refusal } from '../http/refusal.js';
import { ACCESS, type Access, setActor } from './allow.js';
import { refuseForgery } from './csrf.js';
import { stillFresh } from './fresh-authentication.js';
import { PersonDirectory } from './person-directory.js';
import { destroy, endOf, type ParvisSession, renew } from './session.js';

/** Stands before every route: signed in, from our own page, with a role that knows the action. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly publicOrigin: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly people: PersonDirectory,
    config: Config,
  ) {
    this.publicOrigin = new URL(config.publicUrl).origin;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    if (access === 'public') return true;
    if (access === undefined) throw new Refusal('auth.forbidden');
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.actorOf(request);
    if (!access.some((action) => mayAtAll(actor, action))) throw new Refusal('auth.forbidden');
    setActor(request, actor);
    return true;
  }

  private async actorOf(request: Request): Promise<Actor> {
    const session = request.session as ParvisSession | undefined;
    const { personId } = session ?? {};
    if (session === undefined || personId === undefined) throw new Refusal('auth.required');
    const now = Date.now();
    const person = now < endOf(session) ? await this.people.find(personId) : undefined;
    if (person === undefined) {
      await destroy(session);
      throw new Refusal('auth.required');
    }
    refuseForgery(request, session.csrfToken, this.publicOrigin);
    renew(session, now);
    const authentication = stillFresh(session.authentication, now);
    const { roles, substitutesFor } = person;
    return { personId, roles, substitutesFor, sessionId: session.id, ...(authentication && { authentication }) };
  }
}
