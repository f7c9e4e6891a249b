import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { SEARCH_MARKS, type SearchMark } from '../database/repositories/unanswered-searches.repository.js';
import { PageQuery } from '../http/pagination.js';
import { NamedDto, NamedPersonDto } from '../people/named-person.dto.js';

export class SheetUseQueryDto {
  @ApiPropertyOptional({ description: 'Of one process only.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly processId?: string;
}

export class SheetReadDto {
  @ApiProperty({ example: 'voirie.nid-de-poule' }) @IsString() @MaxLength(100) readonly processId!: string;
}

/** How often a sheet served, in the last thirty days; nobody is counted with it. */
export class SheetUseDto {
  @ApiProperty({ type: NamedDto }) readonly process!: NamedDto;
  @ApiProperty({ description: 'Opened in the knowledge base.' }) readonly read!: number;
  @ApiProperty({ description: 'Used to answer a citizen at first contact.' }) readonly answeredAtOnce!: number;
}

export class SearchedWordsDto {
  @ApiProperty({ description: 'As they were typed; what looks like a person is not kept.' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(300)
  readonly words!: string;
}

export class UnansweredQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: SEARCH_MARKS, default: 'open' })
  @IsIn([...SEARCH_MARKS])
  readonly state: SearchMark = 'open';
}

export class SearchMarkDto {
  @ApiProperty({ enum: SEARCH_MARKS }) @IsIn([...SEARCH_MARKS]) readonly as!: SearchMark;
}

/** Words for which the catalogue had nothing that fits well. */
export class UnansweredSearchDto {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ description: 'Folded: no capital, no accent; without numbers and names.' }) readonly words!: string;
  @ApiProperty() readonly count!: number;
  @ApiProperty({ format: 'date' }) readonly lastOn!: string;
  @ApiProperty({ enum: SEARCH_MARKS }) readonly state!: SearchMark;
  @ApiPropertyOptional({ type: NamedPersonDto }) readonly markedBy?: NamedPersonDto;
}
