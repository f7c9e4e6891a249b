import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { plainDate, typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { printInstant } from '../calendar/read-instant.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import {
  deleteTrial,
  expectAnew,
  findTrial,
  insertTrial,
  listTrials,
  type TrialRow,
} from '../database/repositories/process-trials.repository.js';
import type { PublishedVersion } from '../database/repositories/process-versions.repository.js';
import { Refusal } from '../http/refusal.js';
import { DirectoryService } from '../people/directory.service.js';
import { namedPerson } from '../people/person-names.js';
import type { BenchDto } from './design.dto.js';
import { playCase, refuseInvalidAnswers } from './play-case.js';
import { replay, replayTrials, type TrialTown } from './replay-trials.js';
import { expectedOf, type ExpectedFrame } from './trial-result.js';
import type { NewTrialDto, TrialDto } from './trials.dto.js';

/** Plays of the bench that designers keep: what was right once is checked again at each publication. */
@Injectable()
export class TrialsService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly calendars: CalendarService,
    private readonly directory: DirectoryService,
  ) {}

  async list(processId: string): Promise<readonly TrialDto[]> {
    await this.version(processId);
    const directory = await this.directory.current();
    const rows = await listTrials(this.database, processId);
    return rows.map((row) => trialDto(row, namedPerson(directory, row.keptBy)));
  }

  async keep(actor: Actor, processId: string, given: NewTrialDto & { readonly clientKey: string }): Promise<TrialDto> {
    const version = await this.version(processId);
    const town = { ...(await this.town()), version };
    refuseInvalidAnswers(town, given.play, '/play');
    const { frames } = playCase(town, given.play);
    const row = await insertTrial(this.database, {
      id: uuidv7(),
      processId,
      name: given.name.trim(),
      play: given.play,
      expected: expectedOf(frames),
      keptVersion: version.version,
      keptBy: actor.personId,
      clientKey: given.clientKey,
      hash: version.hash,
    });
    if (row.processId !== processId || row.name !== given.name.trim())
      throw new Refusal('request.idempotency-key-reused');
    return this.read(row.id);
  }

  /** Every trial of a process, on the version in force. */
  async replayAll(processId: string): Promise<readonly TrialDto[]> {
    await this.version(processId);
    await replayTrials(this.database, await this.town(), processId);
    return this.list(processId);
  }

  /** The designer looked at the differences, and they are what was wanted. */
  async accept(id: string): Promise<TrialDto> {
    const trial = await this.find(id);
    const version = await this.version(trial.processId);
    const { given } = replay(trial, version, await this.town());
    // What can no longer be played has no result to expect.
    if (given.length === 0) throw new Refusal('trial.not-playable');
    await expectAnew(this.database, id, { expected: given, hash: version.hash, version: version.version });
    return this.read(id);
  }

  async remove(id: string): Promise<void> {
    if (!(await deleteTrial(this.database, id))) throw new Refusal('trial.not-found');
  }

  private async read(id: string): Promise<TrialDto> {
    const row = await this.find(id);
    return trialDto(row, namedPerson(await this.directory.current(), row.keptBy));
  }

  private async find(id: string): Promise<TrialRow> {
    const row = await findTrial(this.database, id);
    if (row === undefined) throw new Refusal('trial.not-found');
    return row;
  }

  private async town(): Promise<TrialTown> {
    const [{ calendars }, directory, published] = await Promise.all([
      this.calendars.current(),
      this.directory.current(),
      this.catalog.list(),
    ]);
    return { calendars, directory, published };
  }

  private async version(processId: string): Promise<PublishedVersion> {
    // A trial is judged on what was just published, not on what is remembered of it.
    const version = await this.catalog.latest(processId);
    if (version === undefined) throw new Refusal('process.not-found');
    return version;
  }
}

function trialDto(row: TrialRow, keptBy: TrialDto['keptBy']): TrialDto {
  const { id, name, play, expected, keptVersion, keptAt, replayedVersion, replayedAt, differences } = row;
  return {
    ...{ id, name, keptVersion, keptBy, differences },
    play: play as BenchDto,
    expects: endWords(expected as readonly ExpectedFrame[]),
    keptAt: printInstant(keptAt.getTime()),
    ...(replayedVersion === null ? {} : { replayedVersion }),
    ...(replayedAt === null ? {} : { replayedAt: printInstant(replayedAt.getTime()) }),
  };
}

/** « Clos : Réponse donnée ; Engagement tenue, 4 décembre 2026 » */
function endWords(frames: readonly ExpectedFrame[]): string {
  const last = frames.at(-1);
  if (last === undefined) return '';
  const clocks = last.clocks.map(
    ({ name, state, dueOn }) => `${name} : ${dueOn === undefined ? '' : `${plainDate(dueOn)}, `}${state}`,
  );
  return typeset([last.state, ...clocks].join(' ; '));
}
