import type { AnswerConclusion } from '../../domain/case/conclusion.js';
import type { TextRef } from '../../domain/case/text-ref.js';
import { isLocalDate, type LocalDate } from '../../domain/time/local-date.js';
import type { Sql } from '../database/database.js';
import { findAuthority } from '../database/repositories/authorities.repository.js';
import { Refusal } from '../http/refusal.js';
import type { ConclusionDto } from './act.dto.js';

/** The conclusion of an answer, as the engine knows it; the reason of a refusal was stored before. */
export function answerConclusion(dto: ConclusionDto, reason: TextRef): AnswerConclusion {
  switch (dto.kind) {
    case 'answered':
      return { kind: 'answered' };
    case 'planned':
      return { kind: 'planned', on: dayOf(dto.on, '/conclusion/on') };
    case 'done':
      return { kind: 'done', proof: dto.proof ?? '' };
    case 'refused':
      return { kind: 'refused', by: dto.by ?? '', reason };
    case 'notOurs': {
      const { passedTo = '', authority } = dto;
      return { kind: 'notOurs', passedTo, ...(authority === undefined ? {} : { authority }) };
    }
  }
}

/** The same, with the name of the authority it is passed to, as the town's list has it. @throws Refusal `request.invalid` */
export async function withAuthority(sql: Sql, dto: ConclusionDto): Promise<ConclusionDto> {
  if (dto.kind !== 'notOurs' || dto.authority === undefined) return dto;
  const authority = await findAuthority(sql, dto.authority);
  if (authority !== undefined) return { ...dto, passedTo: authority.name };
  const detail = 'Cette autorité n’est pas dans la liste de la ville.';
  throw new Refusal('request.invalid', { faults: [{ pointer: '/conclusion/authority', code: 'unknown', detail }] });
}

/** A real day of the calendar. @throws Refusal `request.invalid` */
export function dayOf(text: string | undefined, pointer: string): LocalDate {
  if (text !== undefined && isLocalDate(text)) return text;
  throw new Refusal('request.invalid', {
    faults: [{ pointer, code: 'date.impossible', detail: 'Cette date n’existe pas.' }],
  });
}
