import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { AsCitizenService } from './as-citizen.service.js';
import { FollowedCaseDto } from './public.dto.js';

/** What the citizen sees of a case, for those who answer them: the very answer of the public route. */
@ApiTags('cases')
@Controller('cases')
export class AsCitizenController {
  constructor(private readonly cases: AsCitizenService) {}

  @Get(':caseId/as-citizen')
  @Allow('case.read')
  @ApiOkResponse({ type: FollowedCaseDto })
  asCitizen(@Actor() actor: Actor, @Param('caseId') caseId: string): Promise<FollowedCaseDto> {
    return this.cases.read(actor, caseId);
  }
}
