import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth/allow.js';
import { Database } from '../database/database.js';
import { authorities } from '../database/repositories/authorities.repository.js';
import { ApiPage, Page } from '../http/pagination.js';
import { AuthorityDto } from './authorities.dto.js';

/** To whom requests are passed on that are not ours. */
@ApiTags('people')
@Controller('authorities')
export class AuthoritiesController {
  constructor(private readonly database: Database) {}

  @Get()
  @Allow('people.read')
  @ApiPage(AuthorityDto)
  async list(): Promise<Page<AuthorityDto>> {
    const found = await authorities(this.database);
    return new Page(found).map(({ id, name, email, phone, address }) => ({
      ...{ id, name, address },
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    }));
  }
}
