import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Allow, Public } from '../auth/allow.js';
import { Idempotent, IdempotencyKey } from '../http/idempotency.js';
import { IntakeService } from './intake.service.js';
import { NewRequestDto, PublicRequestDto } from './new-request.dto.js';
import { ReceiptDto } from './receipt.dto.js';

/** Requests by agents, from any channel, and by the public. */
@ApiTags('requests')
@Controller()
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post('requests')
  @Allow('case.open')
  @Idempotent()
  @ApiCreatedResponse({ type: ReceiptDto })
  submit(@Actor() actor: Actor, @Body() request: NewRequestDto, @IdempotencyKey() key: string): Promise<ReceiptDto> {
    const role = actor.roles[0]?.role ?? 'ambassador';
    return this.intake.submit({ id: actor.personId, role, actor }, request, key);
  }

  @Post('public/requests')
  @Public()
  @Idempotent()
  @ApiCreatedResponse({ type: ReceiptDto })
  submitPublicly(@Body() request: PublicRequestDto, @IdempotencyKey() key: string): Promise<ReceiptDto> {
    // A citizen found by id would show that they are known: the public always gives itself anew.
    const { id: _id, version: _version, ...citizen } = request.citizen ?? {};
    const given = request.citizen === undefined ? request : { ...request, citizen };
    return this.intake.submit({ id: 'public', role: 'citizen' }, { ...given, channel: 'teleservice' }, key);
  }
}
