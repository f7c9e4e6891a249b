import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth/allow.js';
import { ApiPage, type Page } from '../http/pagination.js';
import { QuartierDto, StreetDto, StreetQueryDto } from './places.dto.js';
import { PlacesService } from './places.service.js';

/** Where things are in the town. */
@ApiTags('places')
@Controller()
@Allow('people.read')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Get('quartiers')
  @ApiPage(QuartierDto)
  quartiers(): Promise<Page<QuartierDto>> {
    return this.places.quartiers();
  }

  @Get('streets')
  @ApiPage(StreetDto)
  streets(@Query() { q }: StreetQueryDto): Promise<Page<StreetDto>> {
    return this.places.streets(q);
  }
}
