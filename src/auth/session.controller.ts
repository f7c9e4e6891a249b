import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ROLES, type Role } from '../../domain/people/role.js';
import { Refusal } from '../http/refusal.js';
import { Actor, Allow } from './allow.js';
import { FRESH_FOR } from './fresh-authentication.js';
import { PersonDirectory } from './person-directory.js';
import { endOf } from './session.js';

export class SessionPerson {
  @ApiProperty({ example: 'p-voirie-03' })
  readonly id!: string;

  @ApiProperty()
  readonly login!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ description: 'As printed in letters.' })
  readonly functionTitle!: string;
}

export class SessionRole {
  @ApiProperty({ enum: ROLES })
  readonly role!: Role;

  @ApiPropertyOptional()
  readonly organisation?: string;

  @ApiPropertyOptional({ type: [String] })
  readonly departments?: readonly string[];

  @ApiPropertyOptional()
  readonly team?: string;
}

export class SessionView {
  @ApiProperty()
  readonly person!: SessionPerson;

  @ApiProperty({ type: [SessionRole] })
  readonly roles!: readonly SessionRole[];

  @ApiProperty({ type: [String], description: 'The absent people whose work falls to this one today.' })
  readonly replaces!: readonly string[];

  @ApiProperty({ description: 'To send back in `X-CSRF-Token` with everything that changes something.' })
  readonly csrfToken!: string;

  @ApiProperty({ format: 'date-time', description: 'The end of the session, whatever is done in it.' })
  readonly expiresAt!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Until when a signature needs no new authentication.' })
  readonly maySignUntil?: string;
}

/** Who is signed in: the first thing a screen asks. 401 when nobody is. */
@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(private readonly people: PersonDirectory) {}

  @Get()
  @Allow('session.read')
  @ApiOkResponse({ type: SessionView })
  async read(@Actor() actor: Actor, @Req() { session }: Request): Promise<SessionView> {
    const person = await this.people.find(actor.personId);
    if (person === undefined) throw new Refusal('auth.required');
    const { id, login, name, functionTitle } = person;
    const { authentication } = actor;
    return {
      person: { id, login, name, functionTitle },
      roles: actor.roles.map(({ role, perimeter }) => ({ role, ...perimeter })),
      replaces: actor.substitutesFor.map(({ personId }) => personId),
      csrfToken: session.csrfToken ?? '',
      expiresAt: new Date(endOf(session)).toISOString(),
      ...(authentication && { maySignUntil: new Date(authentication.at + FRESH_FOR).toISOString() }),
    };
  }
}
