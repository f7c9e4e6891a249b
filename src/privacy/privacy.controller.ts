import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { HoldDto } from './case-keeping.dto.js';
import { HeldDataService } from './held-data.service.js';
import { HoldsService } from './holds.service.js';
import { PrivacyRequestsService } from './privacy-requests.service.js';
import {
  AnswerPrivacyRequestDto,
  ApprovePurgeDto,
  EraseDto,
  ErasurePlanDto,
  HeldDataDto,
  NewHoldDto,
  NewPrivacyRequestDto,
  PrivacyRequestDto,
  PurgeDto,
  RectifyDto,
} from './privacy.dto.js';
import { PurgeJob } from './purge.job.js';
import { PurgesService } from './purges.service.js';

/** The rights of citizens on their data, what is kept, what is frozen and what goes. */
@ApiTags('privacy')
@Controller()
export class PrivacyController {
  constructor(
    private readonly requests: PrivacyRequestsService,
    private readonly held: HeldDataService,
    private readonly holds: HoldsService,
    private readonly purges: PurgesService,
    private readonly job: PurgeJob,
  ) {}

  @Get('privacy-requests')
  @Allow('privacy.register')
  @ApiOkResponse({ type: [PrivacyRequestDto] })
  register(@Actor() actor: Actor): Promise<readonly PrivacyRequestDto[]> {
    return this.requests.register(actor);
  }

  @Get('citizens/:id/privacy-requests')
  @Allow('citizen.read')
  @ApiOkResponse({ type: [PrivacyRequestDto] })
  listOf(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<readonly PrivacyRequestDto[]> {
    return this.requests.listOf(actor, id);
  }

  @Post('citizens/:id/privacy-requests')
  @Allow('privacy.record')
  @Idempotent()
  @ApiCreatedResponse({ type: PrivacyRequestDto })
  enter(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewPrivacyRequestDto,
    @IdempotencyKey() clientKey: string,
  ): Promise<PrivacyRequestDto> {
    return this.requests.enter(actor, id, { ...body, clientKey });
  }

  @Get('citizens/:id/held-data')
  @Allow('privacy.handle')
  @ApiOkResponse({ type: HeldDataDto })
  heldData(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HeldDataDto> {
    return this.held.held(actor, id);
  }

  @Get('citizens/:id/erasure')
  @Allow('privacy.handle')
  @ApiOkResponse({ type: ErasurePlanDto })
  plan(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ErasurePlanDto> {
    return this.held.plan(actor, id);
  }

  /** What became of the data of a case, and what keeps them. */
  @Post('privacy-requests/:id/answer')
  @HttpCode(200)
  @Allow('privacy.handle')
  @ApiOkResponse({ type: PrivacyRequestDto })
  answer(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerPrivacyRequestDto,
  ): Promise<PrivacyRequestDto> {
    return this.requests.answer(actor, id, body);
  }

  @Post('privacy-requests/:id/rectify')
  @HttpCode(200)
  @Allow('privacy.handle')
  @ApiOkResponse({ type: PrivacyRequestDto })
  rectify(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RectifyDto,
  ): Promise<PrivacyRequestDto> {
    return this.requests.rectify(actor, id, body);
  }

  @Post('privacy-requests/:id/extend')
  @HttpCode(200)
  @Allow('privacy.handle')
  @ApiOkResponse({ type: PrivacyRequestDto })
  extend(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PrivacyRequestDto> {
    return this.requests.extend(actor, id);
  }

  @Post('privacy-requests/:id/erase')
  @HttpCode(200)
  @Allow('privacy.handle')
  @ApiOkResponse({ type: PrivacyRequestDto })
  erase(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EraseDto,
  ): Promise<PrivacyRequestDto> {
    return this.held.erase(actor, id, body);
  }

  @Get('holds')
  @Allow('privacy.register')
  @ApiOkResponse({ type: [HoldDto] })
  listHolds(): Promise<readonly HoldDto[]> {
    return this.holds.list();
  }

  @Post('holds')
  @Allow('privacy.handle')
  @Idempotent()
  @ApiCreatedResponse({ type: HoldDto })
  setHold(@Actor() actor: Actor, @Body() body: NewHoldDto, @IdempotencyKey() clientKey: string): Promise<HoldDto> {
    return this.holds.set(actor, { ...body, clientKey });
  }

  @Delete('holds/:id')
  @HttpCode(204)
  @Allow('privacy.handle')
  @ApiNoContentResponse()
  liftHold(@Actor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.holds.lift(actor, id);
  }

  @Get('purges')
  @Allow('retention.purge')
  @ApiOkResponse({ type: [PurgeDto] })
  listPurges(): Promise<readonly PurgeDto[]> {
    return this.purges.list();
  }

  @Get('purges/:id')
  @Allow('retention.purge')
  @ApiOkResponse({ type: PurgeDto })
  readPurge(@Param('id', ParseUUIDPipe) id: string): Promise<PurgeDto> {
    return this.purges.read(id);
  }

  /** Draws up a list and erases nothing: done twice, the second replaces the first. */
  @Post('purges')
  @Allow('retention.purge')
  @ApiCreatedResponse({ type: PurgeDto })
  prepare(@Actor() actor: Actor): Promise<PurgeDto> {
    return this.purges.prepare(actor.personId);
  }

  @Post('purges/:id/approve')
  @HttpCode(200)
  @Allow('retention.purge')
  @ApiOkResponse({ type: PurgeDto })
  async approve(
    @Actor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ApprovePurgeDto,
  ): Promise<PurgeDto> {
    const approved = await this.purges.approve(actor, id, body);
    this.job.start();
    return approved;
  }
}
