import { Injectable } from '@nestjs/common';
import type { Act } from '../../domain/case/case-command.js';
import type { Answer } from '../../domain/case/case-file.js';
import type { AnswerConclusion } from '../../domain/case/conclusion.js';
import type { ChainRole } from '../../domain/people/role.js';
import { signatureMention } from '../../domain/people/signature-mention.js';
import { signingPower } from '../../domain/people/signing-power.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';
import { unreachableBy } from '../../domain/request/reachability.js';
import { localDateOf } from '../../domain/time/calendar.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Sql } from '../database/database.js';
import { countSheetUse } from '../database/repositories/sheet-uses.repository.js';
import { hasOpened } from '../database/repositories/letter-openings.repository.js';
import { findRequest } from '../database/repositories/requests.repository.js';
import { readDirectory } from '../database/repositories/town.repository.js';
import { Refusal } from '../http/refusal.js';
import type { LetterSignature } from '../letters/letter-input.js';
import { LettersService } from '../letters/letters.service.js';
import { keep, UNSTORED, type ActContext, type AskedAct } from './act-context.js';
import type { AnswerDto, EndorseCorrectedDto, SettleDoubtDto } from './act.dto.js';
import { answerConclusion, withAuthority } from './answer-conclusion.js';

const UNRENDERED = { id: '', hash: '' };

/** Acts that make a letter (the answer, its correction, its signature), and those that say how it reaches the citizen. */
@Injectable()
export class ReplyActs {
  constructor(
    private readonly letters: LettersService,
    private readonly calendars: CalendarService,
    private readonly catalog: CatalogService,
  ) {}

  /** The answer: its text is stored, its letter rendered at once, exactly as it will leave. */
  answer(dto: AnswerDto, atOnce: boolean): AskedAct {
    return {
      rehearsal: {
        kind: 'answer',
        text: UNSTORED,
        letter: UNRENDERED,
        conclusion: answerConclusion(dto.conclusion, UNSTORED),
        atOnce,
      },
      prepare: async (context) => {
        const given = await withAuthority(context.sql, dto.conclusion);
        const reason = given.reason === undefined ? UNSTORED : await keep(context, 'refusalReason', given.reason);
        const conclusion = answerConclusion(given, reason);
        const text = await keep(context, 'answer', dto.text);
        const rendered = { caseFile: context.caseFile, authorId: context.actor, conclusion, text: dto.text, atOnce };
        const letter = await this.letters.write(
          context.sql,
          { ...rendered, ...(given.reason === undefined ? {} : { reason: given.reason }) },
          text.id,
        );
        if (atOnce) await countSheetUse(context.sql, context.caseFile.definition.processId, 'answeredAtOnce');
        return { act: { kind: 'answer', text, letter, conclusion, atOnce } };
      },
    };
  }

  /** An endorsement with a corrected text: a new letter, under the same author and conclusion. */
  correction(dto: EndorseCorrectedDto): AskedAct {
    return {
      rehearsal: { kind: 'endorseCorrected', letterHash: dto.letterHash, text: UNSTORED, letter: UNRENDERED },
      prepare: async (context) => {
        const answer = answerOf(context);
        const text = await keep(context, 'answer', dto.text);
        const reason = await reasonOf(context.sql, answer.conclusion);
        const letter = await this.letters.write(
          context.sql,
          {
            caseFile: context.caseFile,
            authorId: answer.author,
            conclusion: answer.conclusion,
            text: dto.text,
            atOnce: false,
            ...(reason === undefined ? {} : { reason }),
          },
          text.id,
        );
        return { act: { kind: 'endorseCorrected', letterHash: dto.letterHash, text, letter } };
      },
    };
  }

  /** Another channel than the one first chosen: one by which the citizen can be reached. */
  channel(channel: ReplyChannel): AskedAct {
    return reachingBy(channel, { kind: 'changeReplyChannel', channel });
  }

  /** Whether a reply in doubt left; sent on paper instead, it needs an address to go to. */
  settled({ decision }: SettleDoubtDto): AskedAct {
    return reachingBy(decision === 'byLetter' ? 'letter' : 'none', { kind: 'settleDoubt', decision });
  }

  /** The signature: nobody signs what they did not open; the power to sign is checked at that day, and printed; only its block is added to the letter. */
  signature(given: { letterHash: string; signer: string; onBehalfOf?: string; role: ChainRole }): AskedAct {
    const { letterHash, role } = given;
    return {
      rehearsal: { kind: 'sign', letterHash, signedLetter: UNRENDERED, role },
      prepare: async (context) => {
        const { caseId } = context.caseFile;
        if (!(await hasOpened(context.sql, { caseId, letterHash, person: given.signer }))) {
          throw new Refusal('letter.not-opened');
        }
        const signature = await this.signatureBlock(context, given);
        const signedLetter = await this.letters.sign(context.sql, {
          caseFile: context.caseFile,
          signer: given.signer,
          signature,
        });
        return { act: { kind: 'sign', letterHash, signedLetter, role } };
      },
    };
  }

  private async signatureBlock(
    { caseFile, sql }: ActContext,
    given: { signer: string; onBehalfOf?: string },
  ): Promise<LetterSignature> {
    const { organisation } = caseFile;
    // As it stands, not as it is kept in memory: an arrêté that another process ended a second ago gives no power.
    const [directory, { calendars }, definition] = await Promise.all([
      readDirectory(sql),
      this.calendars.current(),
      this.catalog.definition(caseFile.definition.hash),
    ]);
    const calendar = calendars[organisation];
    if (calendar === undefined) throw new Error(`No calendar for ${organisation}`);
    const signedAt = Date.now();
    const on = localDateOf(calendar, signedAt);
    const onBehalf = given.onBehalfOf === undefined ? {} : { onBehalfOf: given.onBehalfOf };
    const asked = { signer: given.signer, organisation, theme: definition.theme, on, ...onBehalf };
    const power = signingPower(directory, asked);
    if (power.kind === 'refused') throw new Refusal(power.code);
    const mention = signatureMention(directory, asked, power);
    if (mention === undefined) throw new Refusal('delegation.missing');
    return { kind: 'signed', signedAt, ...mention };
  }
}

/** An act that sends the reply by a channel: what is known of the citizen is read when it is done. */
function reachingBy(channel: ReplyChannel, act: Act): AskedAct {
  return {
    rehearsal: act,
    storesNothing: true,
    prepare: async ({ sql, caseFile }) => {
      const request = await findRequest(sql, caseFile.caseId);
      const unreachable = unreachableBy(channel, request?.citizen);
      if (unreachable !== undefined) throw new Refusal(unreachable);
      return { act };
    },
  };
}

function answerOf({ caseFile }: ActContext): Answer {
  if (caseFile.answer === undefined) throw new Refusal('case.not-answered-yet');
  return caseFile.answer;
}

async function reasonOf(sql: Sql, conclusion: AnswerConclusion): Promise<string | undefined> {
  if (conclusion.kind !== 'refused') return undefined;
  const [row] = await sql.query<{ body: string | null }>('SELECT body FROM texts WHERE id = $1', [
    conclusion.reason.id,
  ]);
  return row?.body ?? undefined;
}
