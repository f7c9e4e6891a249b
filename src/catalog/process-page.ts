import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Page } from '../http/pagination.js';
import { FoundProcessDto } from './process.dto.js';

/** A page of processes. `matchesWell` is there when words were looked for: false, and the general question is offered. */
export class ProcessPage extends Page<FoundProcessDto> {
  constructor(
    items: readonly FoundProcessDto[],
    nextCursor?: string,
    readonly matchesWell?: boolean,
  ) {
    super(items, nextCursor);
  }
}

/** Documents a {@link ProcessPage} as the answer of a route. */
export function ApiProcessPage(): MethodDecorator {
  const schema = {
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: { $ref: getSchemaPath(FoundProcessDto) } },
      nextCursor: { type: 'string' },
      matchesWell: {
        type: 'boolean',
        description: 'False: nothing answers the words well; the general question is offered.',
      },
    },
  };
  return applyDecorators(ApiExtraModels(FoundProcessDto), ApiOkResponse({ schema }));
}
