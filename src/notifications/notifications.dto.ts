import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsIn } from 'class-validator';
import { NOTIFICATION_LEVELS, type NotificationLevel } from '../database/repositories/notifications.repository.js';
import { NamedPersonDto } from '../people/named-person.dto.js';

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

export class NotificationsDto {
  @ApiProperty({ description: 'Cases with something that was not read.' }) readonly unread!: number;
  @ApiPropertyOptional({ format: 'date-time' }) readonly readUntil?: string;
  @ApiProperty({ type: [NotificationDto] }) readonly items!: readonly NotificationDto[];
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
