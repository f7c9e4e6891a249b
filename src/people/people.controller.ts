import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Allow } from '../auth/allow.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { DepartmentDto, OrganisationDto, PeopleQueryDto, PersonDto } from './people.dto.js';
import { PeopleService } from './people.service.js';

export class DepartmentQueryDto {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(60) readonly organisation?: string;
}

/** The directory, to read. */
@ApiTags('people')
@Controller()
@Allow('people.read')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('people')
  @ApiPage(PersonDto)
  list(@Query() query: PeopleQueryDto): Promise<Page<PersonDto>> {
    return this.people.list(query);
  }

  @Get('people/:id')
  @ApiOkResponse({ type: PersonDto })
  read(@Param('id') id: string): Promise<PersonDto> {
    return this.people.read(id);
  }

  @Get('departments')
  @ApiPage(DepartmentDto)
  departments(@Query() { organisation }: DepartmentQueryDto): Promise<Page<DepartmentDto>> {
    return this.people.departments(organisation);
  }

  @Get('organisations')
  @ApiPage(OrganisationDto)
  organisations(): Promise<Page<OrganisationDto>> {
    return this.people.organisations();
  }
}
