import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { FoldedCase } from '../../domain/case/fold.js';
import type { JournalLine } from '../../domain/case/revision-record.js';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import { readJournal, type StoredJournal } from '../database/repositories/journal.repository.js';
import { CaseWorkflowClient } from '../temporal/case-workflow.client.js';
import { CaseGate } from './case-gate.js';
import { CaseReplay } from './case-replay.js';
import { differencesOf, stateHash } from './compare-states.js';
import type { StandingDto, StateCheckDto } from './journal.dto.js';

/** Compares the three that must agree on a case: read model, workflow and the fold of the journal. */
@Injectable()
export class StateCheckService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly workflows: CaseWorkflowClient,
    private readonly replay: CaseReplay,
  ) {}

  async check(actor: Actor, caseId: string): Promise<StateCheckDto> {
    const { caseFile: stored } = await this.gate.readCase(actor, caseId, 'incident.resolve');
    const journal = await readJournal(this.database, caseId);
    const folded = journal?.isWhole === true ? await this.replay.fold(journal) : undefined;
    const engine = await this.engineState(caseId);
    const differences = [
      ...(journal?.isWhole === false ? ['journal:incomplete'] : []),
      ...differencesOf(stored, folded?.caseFile).map((pointer) => `journal:${pointer}`),
      ...(engine === undefined ? [] : differencesOf(stored, engine).map((pointer) => `workflow:${pointer}`)),
      ...(journal === undefined || folded === undefined ? [] : lineDifferences(journal, folded)),
    ];
    return {
      caseId,
      agree: differences.length === 0,
      readModel: standingOf(stored),
      workflow: standingOf(engine),
      journal: standingOf(folded?.caseFile),
      differences,
    };
  }

  /** Undefined where Temporal no longer keeps the run, or does not answer: the journal is the truth that outlives it. */
  private async engineState(caseId: string): Promise<CaseFile | undefined> {
    try {
      return (await this.workflows.state(caseId)).caseFile;
    } catch {
      return undefined;
    }
  }
}

function standingOf(caseFile: CaseFile | undefined): StandingDto {
  return caseFile === undefined
    ? { found: false }
    : { found: true, revision: caseFile.revision, hash: stateHash(caseFile) };
}

/** The lines that were stored, against those that living the case again writes. */
function lineDifferences({ codes }: StoredJournal, { outcomes }: FoldedCase): readonly string[] {
  const stored = codes.filter((code) => !code.startsWith('0.'));
  const lived = outcomes.flatMap(({ lines }) => lines.map(nameOfLine));
  const missing = lived.filter((code) => !stored.includes(code)).map((code) => `line missing:${code}`);
  return [...missing, ...stored.filter((code) => !lived.includes(code)).map((code) => `line unexpected:${code}`)];
}

function nameOfLine({ revision, line, code }: JournalLine): string {
  return `${String(revision)}.${String(line)} ${code}`;
}
