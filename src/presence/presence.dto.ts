import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PRESENCE_STATES, type PresenceState } from '../database/repositories/presence.repository.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

export class PresenceStateDto {
  @ApiProperty({ enum: PRESENCE_STATES }) @IsIn([...PRESENCE_STATES]) readonly state!: PresenceState;
}

/** A colleague who is on the page of the case now. */
export class PresenceDto {
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
  @ApiProperty({ enum: PRESENCE_STATES }) readonly state!: PresenceState;
  @ApiProperty({ format: 'date-time' }) readonly since!: string;
}
