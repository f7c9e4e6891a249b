import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { CaseGate } from '../cases/case-gate.js';
import { FollowService } from './follow.service.js';
import type { FollowedCaseDto } from './public.dto.js';

/** The public page of a case, for an agent who may read the case and wants to see what its citizen sees. */
@Injectable()
export class AsCitizenService {
  constructor(
    private readonly gate: CaseGate,
    private readonly follows: FollowService,
  ) {}

  async read(actor: Actor, caseId: string): Promise<FollowedCaseDto> {
    const { caseFile, title } = await this.gate.readCase(actor, caseId, 'case.read');
    return this.follows.shown({ caseFile, title });
  }
}
