import { Injectable } from '@nestjs/common';
import type { ChainRole } from '../../domain/people/role.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import { selfAndReplacedIn, sharesOf } from '../../domain/people/actor.js';
import type { Actor } from '../auth/allow.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { casesLeadingTo, type CaseOnTheWay } from '../database/repositories/parapheur.repository.js';
import type { ExpectedLetterDto } from './parapheur.dto.js';

/** When a validator will next have something to read: what is being answered or endorsed before their turn. */
@Injectable()
export class ExpectedLettersService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
  ) {}

  /** The earliest day on which a case should reach the reader, or one whom they replace today; none where none is on its way. */
  async next(actor: Actor): Promise<ExpectedLetterDto> {
    for (const one of await casesLeadingTo(this.database, sharesOf(actor))) {
      const persons = selfAndReplacedIn(actor, one.processId);
      if (comesTo(one, persons, await this.catalog.runnable(one.processHash))) return { expectedOn: one.expectedOn };
    }
    return {};
  }
}

/** Whether an office that one of them holds on the case is still to come in its steps. */
export function comesTo(
  { step, validators, endorsed }: Pick<CaseOnTheWay, 'step' | 'validators' | 'endorsed'>,
  persons: readonly string[],
  { steps }: Pick<RunnableDefinition, 'steps'>,
): boolean {
  const theirs = (role: ChainRole): boolean => persons.includes(validators[role] ?? '') && !endorsed.includes(role);
  return steps.slice(step).some((one) => {
    if (one.kind === 'signature') return theirs(one.by);
    return one.kind === 'endorsement' && one.chain.some(theirs);
  });
}
