import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class NewNoteDto {
  @ApiProperty({ description: 'For colleagues only: the citizen never sees it.' })
  @IsString()
  @MinLength(1)
  @MaxLength(10_000)
  readonly body!: string;
}
