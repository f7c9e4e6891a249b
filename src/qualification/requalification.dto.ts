import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { NamedDto } from '../people/named-person.dto.js';

export class RequalificationQueryDto {
  @ApiProperty({ example: 'voirie.trottoir-degrade', description: 'The process it would go to.' })
  @IsString()
  @MaxLength(100)
  readonly processId!: string;
}

/** A question of one of the two forms. */
export class QuestionDto {
  @ApiProperty() readonly key!: string;
  @ApiProperty({ description: 'The question.' }) readonly label!: string;
}

export class AskedQuestionDto extends QuestionDto {
  @ApiProperty() readonly required!: boolean;
}

export class FormerAnswerDto {
  @ApiProperty({ type: QuestionDto, description: 'As it was asked so far.' }) readonly from!: QuestionDto;
  @ApiPropertyOptional({ description: 'The answer in words; absent where it is hidden.' }) readonly text?: string;
  @ApiPropertyOptional({ description: 'True where only the department of the case may read it.' })
  readonly hidden?: boolean;
  @ApiProperty({ description: 'French: why it is kept or lost.' }) readonly words!: string;
}

export class KeptAnswerDto extends FormerAnswerDto {
  @ApiProperty({ type: QuestionDto, description: 'The question of the new form that takes it over.' })
  readonly to!: QuestionDto;
  @ApiProperty({ enum: ['sameQuestion', 'sameName', 'onlyOneOfItsType'] }) readonly because!: string;
}

export class LostAnswerDto extends FormerAnswerDto {
  @ApiProperty({ enum: ['noSuchQuestion', 'notAnAnswerThere', 'notAskedThere'] }) readonly because!: string;
}

/** What would become of a case under another process; nothing has changed yet. */
export class RequalificationDto {
  @ApiProperty() readonly processId!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ description: 'Of the version in force, under which the case would go on.' }) readonly hash!: string;
  @ApiProperty({ type: NamedDto }) readonly organisation!: NamedDto;
  @ApiProperty({ type: NamedDto }) readonly department!: NamedDto;
  @ApiProperty() readonly sensitive!: boolean;
  @ApiPropertyOptional({ format: 'date', description: 'The promise made already: its clock goes on.' })
  readonly promisedOn?: string;
  @ApiProperty({ type: [KeptAnswerDto] }) readonly kept!: readonly KeptAnswerDto[];
  @ApiProperty({ type: [LostAnswerDto], description: 'What only the history of the case will keep.' })
  readonly lost!: readonly LostAnswerDto[];
  @ApiProperty({ type: [AskedQuestionDto], description: 'Asked by the new form and not answered yet.' })
  readonly toAsk!: readonly AskedQuestionDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'What is kept, to fill the new form with. A hidden answer is not in it: it is taken over all the same.',
  })
  readonly answers!: object;
}
