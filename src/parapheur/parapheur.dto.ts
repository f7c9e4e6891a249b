import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NamedPersonDto } from '../people/named-person.dto.js';
import { TaskDto } from '../tasks/task.dto.js';

export class ParapheurEndorsementDto {
  @ApiProperty({ type: NamedPersonDto }) readonly person!: NamedPersonDto;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly onBehalfOf?: NamedPersonDto;
  @ApiProperty() readonly roleWords!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

/** A reply to read, to endorse or to sign. */
export class ParapheurItemDto extends TaskDto {
  @ApiProperty({ format: 'uuid' }) readonly letterId!: string;
  @ApiProperty({ description: 'What an endorsement or a signature must name.' }) readonly letterHash!: string;
  @ApiProperty() readonly theme!: string;
  @ApiProperty() readonly departmentName!: string;
  @ApiProperty({ type: NamedPersonDto }) readonly author!: NamedPersonDto;
  @ApiProperty({ example: 'planned' }) readonly conclusion!: string;
  @ApiPropertyOptional({ example: 'A. E.', description: 'Of the citizen: a list shows no name.' })
  readonly initials?: string;
  @ApiProperty({ type: [ParapheurEndorsementDto], description: 'Who has endorsed it already.' })
  readonly visas!: readonly ParapheurEndorsementDto[];
  @ApiProperty({ description: 'The reader opened these very bytes.' }) readonly opened!: boolean;
  @ApiProperty({ description: 'It came back changed since the reader opened it.' }) readonly changed!: boolean;
  @ApiPropertyOptional({ type: NamedPersonDto, description: 'The absent person in whose place the reader would act.' })
  readonly behalf?: NamedPersonDto;
  @ApiProperty({ description: 'The promise is kept only if it leaves today.' }) readonly urgent!: boolean;
  @ApiPropertyOptional({ example: '17:00', description: 'When the town hall closes today; absent on a closed day.' })
  readonly closesAt?: string;
}

export class ExpectedLetterDto {
  @ApiPropertyOptional({
    format: 'date',
    description: 'Day by which the next letter should come: of the answer or the endorsement before the reader’s turn.',
  })
  readonly expectedOn?: string;
}

export class LetterChangesDto {
  @ApiPropertyOptional({ description: 'The text of the last letter that the reader opened; absent the first time.' })
  readonly before?: string;
  @ApiPropertyOptional({ format: 'date-time' }) readonly openedAt?: string;
  @ApiPropertyOptional({ description: 'The text as it stands; absent once erased.' }) readonly now?: string;
}
