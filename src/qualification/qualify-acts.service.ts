import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { Form } from '../../domain/process/process-definition.js';
import type { Answers } from '../../domain/request/answers.js';
import { checkAnswers, documentIds, routingAnswers, withPiecesToFollow } from '../../domain/request/check-answers.js';
import { mapAnswers } from '../../domain/request/map-answers.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { isOfDepartment, privateKeys } from '../cases/private-reader.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { versionNamed } from '../catalog/version-named.js';
import { findCaseAccess } from '../database/repositories/case-access.repository.js';
import { attachDocuments } from '../database/repositories/intake.repository.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { keepRequalification } from '../database/repositories/requalifications.repository.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { Refusal } from '../http/refusal.js';
import { answerFaults } from '../intake/answer-faults.js';
import { routeOf } from '../intake/open-request.js';
import { DirectoryService } from '../people/directory.service.js';
import type { ActContext, AskedAct } from '../tasks/act-context.js';
import type { QualifyDto } from '../tasks/act.dto.js';
import { NO_ROUTE } from '../tasks/routing-acts.service.js';
import { refuseSameVersion } from './refuse-same-version.js';

/** Another process: the case goes on under its definition, with the same clocks. */
@Injectable()
export class QualifyActs {
  constructor(
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  /**
   * The answers to the new form are kept beside the command, and take the place of the old ones when it is done: a
   * command that the engine refuses leaves the request as it was.
   */
  async qualify(actor: Actor, dto: QualifyDto): Promise<AskedAct> {
    const version = await versionNamed(this.catalog, dto.processId);
    const { runnable, definition } = version;
    const { processId, version: number, hash, organisation, sector, sensitive } = runnable;
    const common = {
      kind: 'qualify',
      definition: { processId, version: number, hash },
      organisation,
      sector,
      sensitive,
    } as const;
    return {
      rehearsal: { ...common, answers: {}, route: NO_ROUTE },
      prepare: async (context) => {
        const { sql, caseFile, commandId } = context;
        refuseSameVersion(version, caseFile);
        const today = await this.calendars.today();
        const hidden = await this.hiddenAnswers(actor, context, definition.form, today);
        const answers = checked(definition.form, { ...hidden, ...dto.answers }, today);
        const { caseId } = caseFile;
        await keepRequalification(sql, {
          commandId,
          caseId,
          organisation,
          sector,
          answers,
          citizenId: uuidv7(),
          fromHash: caseFile.definition.hash,
          by: actor.personId,
        });
        await attachDocuments(sql, caseId, documentIds(definition.form, answers), { ...caseFile, by: actor.personId });
        return {
          act: {
            ...common,
            answers: routingAnswers(definition.form, answers),
            route: await this.routeFor(caseFile, version),
          },
        };
      },
    };
  }

  /** What the new form takes over and the actor may not read: nobody can type it in again for the citizen. */
  private async hiddenAnswers(
    actor: Actor,
    { sql, caseFile }: ActContext,
    to: Form,
    today: LocalDate,
  ): Promise<Answers> {
    const { form: from } = await this.catalog.definition(caseFile.definition.hash);
    const secret = privateKeys(from);
    const access = secret.size === 0 ? undefined : await findCaseAccess(sql, caseFile.caseId);
    if (access === undefined || isOfDepartment(actor, access.subject)) return {};
    const request = await findRequest(sql, caseFile.caseId);
    const { kept } = mapAnswers({ from, to }, (request?.answers ?? {}) as Answers, today);
    return Object.fromEntries(kept.filter((one) => secret.has(one.from.key)).map((one) => [one.to.key, one.value]));
  }

  private async routeFor(caseFile: CaseFile, { runnable, definition }: PublishedVersion): Promise<CaseFile['route']> {
    const { quartier } = caseFile.route;
    return routeOf(await this.directory.current(), runnable, {
      theme: definition.theme,
      caseId: caseFile.caseId,
      ...(quartier === undefined ? {} : { quartier }),
    });
  }
}

function checked(form: Form, given: unknown, today: LocalDate): Answers {
  const { answers, faults } = checkAnswers(withPiecesToFollow(form), given, today);
  if (faults.length === 0) return answers;
  throw new Refusal('request.invalid-answers', {
    faults: answerFaults(faults, form),
  });
}
