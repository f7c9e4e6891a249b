import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../../domain/case/case-file.js';
import type { RunnableDefinition } from '../../domain/process/runnable.js';
import type { Actor } from '../auth/allow.js';
import { CaseGate } from '../cases/case-gate.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { Database } from '../database/database.js';
import { findLetter, type StoredLetter } from '../database/repositories/letters.repository.js';
import { recordOpening } from '../database/repositories/letter-openings.repository.js';
import { findText } from '../database/repositories/texts.repository.js';
import { Refusal } from '../http/refusal.js';
import { UNSTORED } from '../tasks/act-context.js';
import { answerConclusion, withAuthority } from '../tasks/answer-conclusion.js';
import { LettersService, type AnswerToRender } from './letters.service.js';
import type { LetterPreviewDto } from './letters.dto.js';
import type { RenderedLetter } from './render-letter.js';

/** Letters to look at: as they would leave, and as they were kept. */
@Injectable()
export class LetterPreviewService {
  constructor(
    private readonly gate: CaseGate,
    private readonly database: Database,
    private readonly letters: LettersService,
    private readonly catalog: CatalogService,
  ) {}

  /** The letter exactly as it would leave with that text; kept nowhere. */
  async preview(actor: Actor, caseId: string, asked: LetterPreviewDto): Promise<RenderedLetter> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.read');
    const definition = await this.catalog.runnable(caseFile.definition.hash);
    return this.letters.preview(await this.answerOf(actor, { caseFile, definition, asked }));
  }

  /** A letter of a case that the reader may read. */
  async read(actor: Actor, caseId: string, letterId: string): Promise<StoredLetter> {
    await this.gate.readCase(actor, caseId, 'case.read');
    const letter = await findLetter(this.database, caseId, letterId);
    if (letter === undefined) throw new Refusal('letter.not-found');
    return letter;
  }

  /** The reader has the whole letter before their eyes: what a signature asks for. */
  async noteOpened(actor: Actor, caseId: string, letterId: string): Promise<void> {
    const { caseFile } = await this.gate.readCase(actor, caseId, 'case.read');
    const letter = await findLetter(this.database, caseId, letterId);
    if (letter === undefined) throw new Refusal('letter.not-found');
    const { organisation, sector } = caseFile;
    const opening = { letterId, letterHash: letter.hash, caseId, organisation, sector };
    await recordOpening(this.database, { ...opening, person: actor.personId });
  }

  /** In the chain the text of an answer is corrected: its author and its conclusion stay. */
  private async answerOf(
    actor: Actor,
    { caseFile, definition, asked }: { caseFile: CaseFile; definition: RunnableDefinition; asked: LetterPreviewDto },
  ): Promise<AnswerToRender> {
    const { answer } = caseFile;
    const { text } = asked;
    if (answer !== undefined && isInChain(definition, caseFile)) {
      const reason =
        answer.conclusion.kind === 'refused' ? await findText(this.database, answer.conclusion.reason.id) : undefined;
      const { author: authorId, conclusion, atOnce } = answer;
      return { caseFile, authorId, conclusion, text, atOnce, ...(reason === undefined ? {} : { reason }) };
    }
    const given = await withAuthority(this.database, asked.conclusion ?? { kind: 'answered' });
    const conclusion = answerConclusion(given, UNSTORED);
    const reason = asked.conclusion?.reason;
    return {
      ...{ caseFile, authorId: actor.personId, conclusion, text, atOnce: asked.atOnce ?? false },
      ...(reason === undefined ? {} : { reason }),
    };
  }
}

function isInChain({ steps }: RunnableDefinition, { step }: CaseFile): boolean {
  const kind = steps[step]?.kind;
  return kind === 'endorsement' || kind === 'signature';
}
