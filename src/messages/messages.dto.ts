import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class NewMessageDto {
  @ApiProperty({ description: 'What the citizen reads, by mail and where they follow their case.' })
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  readonly text!: string;
}

export class UnreadCaseDto {
  @ApiProperty({ format: 'uuid' }) readonly caseId!: string;
  @ApiProperty() readonly caseNumber!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty() readonly count!: number;
  @ApiProperty({ format: 'date-time' }) readonly latestAt!: string;
}

/** Messages of citizens, on cases that the reader holds, that nobody who holds them has read. */
export class UnreadMessagesDto {
  @ApiProperty() readonly count!: number;
  @ApiProperty({ type: [UnreadCaseDto] }) readonly cases!: readonly UnreadCaseDto[];
}

export class ReadMessagesDto {
  @ApiProperty({ description: 'How many were marked as read: none where the reader does not hold the case.' })
  readonly marked!: number;
}
