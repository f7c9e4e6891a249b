import { Injectable } from '@nestjs/common';
import { may, type Action } from '../../domain/people/permission.js';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import { findCaseAccess, type CaseAccess } from '../database/repositories/case-access.repository.js';
import { Refusal } from '../http/refusal.js';

/** What a case is read for: also what a later log of consultations will say. */
export type CasePurpose = Action;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The one gate through which every read of a case passes: documents, notes, letters, drafts and tasks too. So what
 * tightens or logs reading has one place to be.
 */
@Injectable()
export class CaseGate {
  constructor(private readonly database: Database) {}

  /**
   * The case, for whoever may do that with it. One that the reader may not even read does not exist for them.
   * @throws Refusal `case.not-found` or `auth.forbidden`
   */
  async readCase(actor: Actor, caseId: string, purpose: CasePurpose): Promise<CaseAccess> {
    const found = UUID.test(caseId) ? await findCaseAccess(this.database, caseId) : undefined;
    if (found === undefined) throw new Refusal('case.not-found');
    if (may(actor, purpose, found.subject)) return found;
    throw new Refusal(may(actor, 'case.read', found.subject) ? 'auth.forbidden' : 'case.not-found');
  }
}
