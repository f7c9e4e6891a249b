import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor as ActorValue } from '../../domain/people/actor.js';
import type { Action } from '../../domain/people/permission.js';

/** Metadata of a route: the actions of which one must be allowed, or `public`. */
export const ACCESS = 'parvis:access';
export type Access = readonly Action[] | 'public';

const actors = new WeakMap<object, ActorValue>();

/**
 * Every route says who may call it: `@Allow('task.answer')`, signed-in people whose role knows the action at all (one of
 * them, where several are given). Whether they may do it to *that* row is the service's first line: `may(actor, …)`.
 */
export function Allow(...actions: [Action, ...Action[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, actions satisfies Access),
    ApiCookieAuth('session'),
    ApiExtension('x-parvis-actions', actions),
  );
}

/** Or that anyone may, without signing in. */
export function Public(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, 'public' satisfies Access), ApiExtension('x-parvis-public', true));
}

/** The signed-in person: `answer(@Actor() actor: Actor, …)`. Only on routes marked `@Allow`. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): ActorValue => {
  const actor = actors.get(context.switchToHttp().getRequest<Request>());
  if (actor === undefined) throw new Error('@Actor() on a route that is not marked @Allow');
  return actor;
});
export type Actor = ActorValue;

/** The guard's half of {@link Actor}. */
export function setActor(request: object, actor: ActorValue): void {
  actors.set(request, actor);
}
