import { STATUS_CODES } from 'node:http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusals.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import { PROBLEM_STATUS } from './problem-status.js';
import type { Fault } from './refusal.js';
import type { Trace } from './trace.js';

export const PROBLEM_TYPE = 'application/problem+json';

export class ProblemFault implements Fault {
  @ApiProperty({ description: 'JSON pointer (RFC 6901) to the faulty value.', example: '/citizen/email' })
  readonly pointer!: string;

  @ApiProperty({ description: 'The rule that was broken.', example: 'isEmail' })
  readonly code!: string;

  @ApiProperty({ description: 'A French sentence for the person.' })
  readonly detail!: string;
}

/** Problem details (RFC 9457): the one shape of everything that is not a success. */
export class Problem {
  @ApiProperty({ format: 'uri-reference', example: '/problemes/case.not-your-turn' })
  readonly type!: string;

  @ApiProperty({ example: 'Conflict' })
  readonly title!: string;

  @ApiProperty({ example: 409 })
  readonly status!: number;

  @ApiProperty({ enum: REFUSAL_CODES, description: 'Stable: what programs compare.' })
  readonly code!: RefusalCode;

  @ApiProperty({ description: 'A French sentence for the person.' })
  readonly detail!: string;

  @ApiProperty({ format: 'uri-reference', description: 'The path that was asked, without its query.' })
  readonly instance!: string;

  @ApiProperty({ description: 'Found again in the logs.' })
  readonly traceId!: string;

  @ApiPropertyOptional({ description: 'What a person quotes to the administrator, on an unexpected error.' })
  readonly reference?: string;

  @ApiPropertyOptional({ type: [ProblemFault], description: 'Every fault of the request, all at once.' })
  readonly errors?: readonly Fault[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'On a 412: what is stored now.' })
  readonly current?: unknown;
}

/** What a problem is made of. */
export interface ProblemSource {
  readonly code: RefusalCode;
  readonly path: string;
  readonly trace: Trace;
  readonly faults?: readonly Fault[];
  readonly current?: unknown;
}

/** The answer to a refusal or an error. An unexpected error shows its reference and nothing else. */
export function problemOf({ code, path, trace, faults, current }: ProblemSource): Problem {
  const status = PROBLEM_STATUS[code];
  return {
    type: `/problemes/${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: REFUSAL_SENTENCES[code],
    instance: path,
    traceId: trace.traceId,
    ...(code === 'http.internal' ? { reference: referenceOf(trace) } : {}),
    ...(faults === undefined || faults.length === 0 ? {} : { errors: faults }),
    ...(current === undefined ? {} : { current }),
  };
}

/** Short enough to be read out on the telephone. */
export function referenceOf(trace: Trace): string {
  return trace.traceId.slice(0, 10).toUpperCase();
}
