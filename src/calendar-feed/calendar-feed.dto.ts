import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class CalendarFeedDto {
  @ApiPropertyOptional({ format: 'date-time', description: 'Absent: the reader has no feed.' })
  readonly createdAt?: string;
}

export class NewCalendarFeedDto {
  @ApiProperty({ format: 'date-time' }) readonly createdAt!: string;
  @ApiProperty({
    format: 'uri',
    description: 'Whoever knows it reads the feed. Told this once: only its digest is kept.',
  })
  readonly url!: string;
}
