import { Injectable } from '@nestjs/common';
import type { Directory } from '../../domain/people/directory.js';
import { signingPower } from '../../domain/people/signing-power.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { localDateOf } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import type { CaseAccess } from '../database/repositories/case-access.repository.js';
import { caseContents, type CaseContents } from '../database/repositories/case-contents.repository.js';
import { formerAnswersOf } from '../database/repositories/requalifications.repository.js';
import { findRequest, type RequestRecord } from '../database/repositories/requests.repository.js';
import { setAsideOf } from '../database/repositories/set-asides.repository.js';
import { describeLinks } from '../links/describe-links.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import { describeFollowings } from '../notifications/describe-followings.js';
import { describePresence } from '../presence/describe-presence.js';
import { describeKeeping } from '../privacy/describe-keeping.js';
import type { CaseDetailDto } from './case-detail.dto.js';
import { CaseGate } from './case-gate.js';
import type { ClockDto } from './clock.dto.js';
import {
  describeEarlierPersons,
  describeEndorsements,
  describeRoute,
  describeTask,
  headerOf,
  statusInFrench,
} from './describe-case.js';
import {
  describeAnswer,
  describeDocument,
  describeLetters,
  describeMessages,
  describeNote,
  describeOpenRequests,
  describeRequest,
  type FormerRequest,
} from './describe-contents.js';
import { explainClock } from './explain-clock.js';
import { possibleActs } from './possible-acts.js';
import { isOfDepartment } from './private-reader.js';
import { timelineOf } from './timeline.js';

/** The case page: everything a reader may know of a case, and what they may do with it now. */
@Injectable()
export class CaseDetailService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async detail(actor: Actor, caseId: string): Promise<CaseDetailDto> {
    const access = await this.gate.readCase(actor, caseId, 'case.read');
    const [contents, request, former, directory, version] = await Promise.all([
      caseContents(this.database, caseId),
      findRequest(this.database, caseId),
      this.formerOf(caseId),
      this.directory.current(),
      this.catalog.byHashOf(access.caseFile.definition.hash),
    ]);
    const parts: Parts = { actor, access, contents, request, former, directory, definition: version.definition };
    const rules = { definition: version.runnable, calendars: {} };
    const { caseFile, subject } = access;
    const { claims } = contents;
    const sentBack = sentBackOf(parts);
    const answer = describeAnswer(caseFile, contents, directory);
    const setAside = await this.setAsideOf(access.caseFile, directory);
    const today = await this.todayOf(caseFile.organisation);
    const { processId } = caseFile.definition;
    return {
      ...headOf(parts),
      clocks: await this.clocksOf(parts),
      tasks: caseFile.tasks.map((task) => describeTask(task, { directory, claims, today, processId })),
      may:
        setAside === undefined
          ? possibleActs({
              actor,
              caseFile,
              subject,
              rules,
              claims,
              now: Date.now(),
              hasSigningPower: signingPowerIn(parts, today),
            })
          : [],
      earlierPersons: describeEarlierPersons(caseFile, rules, directory),
      stepKind: version.runnable.steps[caseFile.step]?.kind ?? 'reply',
      endorsements: describeEndorsements(caseFile, directory),
      openRequests: describeOpenRequests(caseFile, contents, directory),
      ...(answer === undefined ? {} : { answer }),
      ...(sentBack === undefined ? {} : { sentBack }),
      ...(setAside === undefined ? {} : { setAside }),
      ...contentsOf(parts),
      links: await describeLinks(this.database, { actor, caseId, directory }),
      presence: await describePresence(this.database, { caseId, reader: actor.personId, directory }),
      keeping: await describeKeeping(this.database, parts),
      ...(await describeFollowings(this.database, { caseId, reader: actor.personId, directory })),
    };
  }

  private async formerOf(caseId: string): Promise<readonly FormerRequest[]> {
    const former = await formerAnswersOf(this.database, caseId);
    return Promise.all(former.map(async (one) => ({ ...one, definition: await this.catalog.definition(one.hash) })));
  }

  /** Only what has no process yet can be set aside. */
  private async setAsideOf(
    { caseId, tasks }: CaseAccess['caseFile'],
    directory: Directory,
  ): Promise<CaseDetailDto['setAside']> {
    if (!tasks.some(({ kind }) => kind === 'qualify')) return undefined;
    const found = await setAsideOf(this.database, caseId);
    if (found === undefined) return undefined;
    return { by: namedPerson(directory, found.by), at: printInstant(found.at.getTime()) };
  }

  private async todayOf(organisation: string): Promise<LocalDate> {
    const { calendars } = await this.calendars.current();
    const calendar = calendars[organisation];
    if (calendar === undefined) throw new Error(`No calendar for ${organisation}`);
    return localDateOf(calendar, Date.now());
  }

  private async clocksOf({ access, definition }: Parts): Promise<readonly ClockDto[]> {
    const { clocks } = access.caseFile;
    const hashes = Object.fromEntries(
      clocks.filter(({ calendarHash }) => calendarHash !== '').map(({ id, calendarHash }) => [id, calendarHash]),
    );
    const known = await this.calendars.byHashes(hashes);
    return clocks.map((clock) => explainClock(clock, definition, known[clock.id]));
  }
}

interface Parts {
  readonly actor: Actor;
  readonly access: CaseAccess;
  readonly contents: CaseContents;
  readonly request: RequestRecord | undefined;
  readonly former: readonly FormerRequest[];
  readonly directory: Directory;
  readonly definition: ProcessDefinition;
}

type Head = Omit<
  CaseDetailDto,
  | 'clocks'
  | 'tasks'
  | 'may'
  | 'earlierPersons'
  | 'stepKind'
  | 'endorsements'
  | 'openRequests'
  | 'answer'
  | 'sentBack'
  | 'setAside'
  | 'links'
  | 'presence'
  | 'keeping'
  | 'following'
  | 'followers'
  | keyof Contents
>;
type Contents = Pick<CaseDetailDto, 'request' | 'documents' | 'notes' | 'letters' | 'messages' | 'timeline'>;

function headOf({ access, directory }: Parts): Head {
  const { caseFile, title, theme } = access;
  const {
    caseId,
    caseNumber,
    revision,
    definition,
    organisation,
    sector,
    sensitive,
    channel,
    replyChannel,
    step,
    follows,
    reply,
  } = caseFile;
  return {
    caseId,
    caseNumber,
    revision,
    title,
    theme,
    processId: definition.processId,
    processVersion: definition.version,
    processHash: definition.hash,
    organisation,
    sector,
    sensitive,
    channel,
    replyChannel,
    step,
    receivedAt: printInstant(caseFile.receivedAt),
    at: printInstant(caseFile.at),
    status: caseFile.status.kind,
    statusWords: statusInFrench(caseFile, directory),
    ...headerOf(caseFile),
    ...(follows === undefined ? {} : { follows }),
    ...(reply === undefined ? {} : { replyState: reply.state }),
    route: describeRoute(caseFile, directory),
    failedEffects: caseFile.effects
      .filter(({ state }) => state === 'failed')
      .map(({ effect, code }) => ({ id: effect.id, kind: effect.kind, ...(code === undefined ? {} : { code }) })),
  };
}

function contentsOf(parts: Parts): Contents {
  const { access, contents, directory, request, former, definition, actor } = parts;
  const { caseFile } = access;
  const reader = { former, isOfDepartment: isOfDepartment(actor, access.subject) };
  return {
    ...(request === undefined ? {} : { request: describeRequest(request, definition, reader) }),
    documents: contents.documents.map((row) => describeDocument(row, directory)),
    notes: contents.notes.map((row) => describeNote(row, directory)),
    letters: describeLetters(caseFile, contents, directory),
    messages: describeMessages(contents, directory),
    timeline: timelineOf(contents.lines, contents.texts, directory),
  };
}

function sentBackOf({ access, contents, directory }: Parts): CaseDetailDto['sentBack'] {
  const { sentBack } = access.caseFile;
  if (sentBack === undefined) return undefined;
  const remark = contents.texts.get(sentBack.remark.id)?.body ?? undefined;
  const { by, to, at } = sentBack;
  return { by: namedPerson(directory, by), to, at: printInstant(at), ...(remark === undefined ? {} : { remark }) };
}

function signingPowerIn(
  { actor, access, directory }: Parts,
  on: LocalDate,
): (onBehalfOf: string | undefined) => boolean {
  const asked = { signer: actor.personId, organisation: access.caseFile.organisation, theme: access.theme, on };
  return (onBehalfOf) =>
    signingPower(directory, { ...asked, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }).kind !== 'refused';
}
