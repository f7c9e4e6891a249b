import { Injectable } from '@nestjs/common';
import { answerInFrench } from '../../domain/request/answers-in-french.js';
import { withPiecesToFollow } from '../../domain/request/check-answers.js';
import type { Answers } from '../../domain/request/answers.js';
import {
  mapAnswers,
  type KeptAnswer,
  type KeptBecause,
  type LostAnswer,
  type LostBecause,
} from '../../domain/request/map-answers.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CaseGate } from '../cases/case-gate.js';
import { isOfDepartment, privateKeys } from '../cases/private-reader.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { summaryOf } from '../catalog/describe-process.js';
import { versionNamed } from '../catalog/version-named.js';
import { Database } from '../database/database.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { DirectoryService } from '../people/directory.service.js';
import { refuseSameVersion } from './refuse-same-version.js';
import type { FormerAnswerDto, QuestionDto, RequalificationDto } from './requalification.dto.js';

/** What would become of a case under another process, shown before anything changes. */
@Injectable()
export class RequalificationService {
  constructor(
    private readonly gate: CaseGate,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
    private readonly database: Database,
  ) {}

  async preview(actor: Actor, caseId: string, processId: string): Promise<RequalificationDto> {
    const { caseFile, subject } = await this.gate.readCase(actor, caseId, 'task.qualify');
    const version = await versionNamed(this.catalog, processId);
    refuseSameVersion(version, caseFile);
    const [before, request, directory, today] = await Promise.all([
      this.catalog.definition(caseFile.definition.hash),
      findRequest(this.database, caseId),
      this.directory.current(),
      this.calendars.today(),
    ]);
    const forms = { from: before.form, to: withPiecesToFollow(version.definition.form) };
    const mapped = mapAnswers(forms, (request?.answers ?? {}) as Answers, today);
    const hidden = isOfDepartment(actor, subject) ? new Set<string>() : privateKeys(before.form);
    const { id, title, organisation, department, sensitive } = summaryOf(version, directory);
    const { dueOn } = caseFile.clocks.find(({ rule }) => rule.kind === 'promise') ?? {};
    return {
      processId: id,
      title,
      hash: version.hash,
      organisation,
      department,
      sensitive,
      ...(dueOn === undefined ? {} : { promisedOn: dueOn }),
      kept: mapped.kept.map((one) => ({
        ...formerAnswer(one, hidden, KEPT_WORDS[one.because]),
        to: question(one.to),
        because: one.because,
      })),
      lost: mapped.lost.map((one) => ({
        ...formerAnswer(one, hidden, LOST_WORDS[one.because]),
        because: one.because,
      })),
      toAsk: mapped.toAsk.map((field) => ({ ...question(field), required: field.required })),
      answers: Object.fromEntries(
        mapped.kept.filter(({ from }) => !hidden.has(from.key)).map(({ to, value }) => [to.key, value]),
      ),
    };
  }
}

const KEPT_WORDS: Readonly<Record<KeptBecause, string>> = {
  sameQuestion: 'Reprise : la question est la même',
  sameName: 'Reprise, à vérifier : la question est posée autrement',
  onlyOneOfItsType: 'Reprise : les deux formulaires n’en demandent qu’une',
};

const LOST_WORDS: Readonly<Record<LostBecause, string>> = {
  noSuchQuestion: 'Gardée dans l’historique : la question n’est plus posée',
  notAnAnswerThere: 'Gardée dans l’historique : cette réponse n’est pas prévue ici, la question sera reposée',
  notAskedThere: 'Gardée dans l’historique : la question ne se pose pas ici',
};

function formerAnswer(
  { from, value }: Pick<KeptAnswer | LostAnswer, 'from' | 'value'>,
  hidden: ReadonlySet<string>,
  words: string,
): FormerAnswerDto {
  const common = { from: question(from), words };
  return hidden.has(from.key) ? { ...common, hidden: true } : { ...common, text: answerInFrench(from, value) };
}

function question({ key, label }: QuestionDto): QuestionDto {
  return { key, label };
}
