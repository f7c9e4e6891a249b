import { Global, Module } from '@nestjs/common';
import { CaseDetailService } from './case-detail.service.js';
import { CaseGate } from './case-gate.js';
import { CaseListService } from './case-list.service.js';
import { CaseReplay } from './case-replay.js';
import { CasesController } from './cases.controller.js';
import { JournalService } from './journal.service.js';
import { StateCheckService } from './state-check.service.js';

/** Global: whatever belongs to a case is read through its gate. */
@Global()
@Module({
  controllers: [CasesController],
  providers: [CaseGate, CaseListService, CaseDetailService, JournalService, CaseReplay, StateCheckService],
  exports: [CaseGate, CaseDetailService, CaseListService, CaseReplay],
})
export class CasesModule {}
