import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsIn } from 'class-validator';
import {
  CHANNELS_OF_ACTIONS,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_LEVELS,
  type NotificationChannel,
  type NotificationLevel,
} from '../../domain/people/notification-channel.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

export const FOLLOWINGS = ['followed', 'muted'] as const;

export class NotificationEntryDto {
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ description: 'What happened, in French; never a content.' }) readonly words!: string;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly by?: NamedPersonDto;
}

export class NotificationDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty({ example: 'D-2026-00421' }) readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ enum: NOTIFICATION_LEVELS }) readonly level!: NotificationLevel;
  @ApiProperty() readonly unread!: boolean;
  @ApiPropertyOptional({ enum: FOLLOWINGS }) readonly following?: string;
  @ApiProperty({ type: [NotificationEntryDto], description: 'The last ones, the newest first.' })
  readonly entries!: readonly NotificationEntryDto[];
  @ApiProperty({ description: 'How many others there are.' }) readonly others!: number;
}

/** Somebody is away, and the reader acts in their place today. */
export class ReplacementNotificationDto {
  @ApiProperty() readonly absenceId!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
  @ApiProperty({ format: 'date', description: 'The last day, included.' }) readonly until!: string;
  @ApiPropertyOptional({ type: [NamedDto], description: 'Absent: all of their work.' })
  readonly processes?: readonly NamedDto[];
  @ApiPropertyOptional({ description: 'What the absent person left for colleagues.' }) readonly message?: string;
  @ApiProperty({ format: 'date-time', description: 'Since when the reader is told.' }) readonly at!: string;
  @ApiProperty() readonly unread!: boolean;
}

export class NotificationsDto {
  @ApiProperty({ description: 'Cases with something that was not read, and replacements.' }) readonly unread!: number;
  @ApiPropertyOptional({ format: 'date-time' }) readonly readUntil?: string;
  @ApiProperty({ type: [ReplacementNotificationDto], description: 'Of today; the newest first.' })
  readonly replacements!: readonly ReplacementNotificationDto[];
  @ApiProperty({ type: [NotificationDto] }) readonly items!: readonly NotificationDto[];
}

/** Whatever comes by mail, at once or in the digest of 8:30, stands in the application too. */
export class NotificationChannelsDto {
  @ApiProperty({ enum: CHANNELS_OF_ACTIONS, description: 'What is asked of the person: never kept from them.' })
  @IsIn([...CHANNELS_OF_ACTIONS])
  readonly action!: (typeof CHANNELS_OF_ACTIONS)[number];
  @ApiProperty({ enum: NOTIFICATION_CHANNELS })
  @IsIn([...NOTIFICATION_CHANNELS])
  readonly mention!: NotificationChannel;
  @ApiProperty({ enum: NOTIFICATION_CHANNELS })
  @IsIn([...NOTIFICATION_CHANNELS])
  readonly information!: NotificationChannel;
}

export class ReadUntilDto {
  @ApiProperty({ format: 'date-time', description: 'What came until then is read; an earlier moment takes that back.' })
  @IsISO8601({ strict: true })
  readonly until!: string;
}

export class FollowingDto {
  @ApiProperty({ enum: ['followed', 'muted', 'none'] })
  @IsIn(['followed', 'muted', 'none'])
  readonly kind!: 'followed' | 'muted' | 'none';
}
