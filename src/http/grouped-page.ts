import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Page, pageSchema } from './pagination.js';

/** How many rows a group has in all, beyond the page that begins it. */
export class ListGroupDto {
  @ApiProperty({ description: 'As its rows name it; empty for those that have none.' }) readonly id!: string;
  @ApiProperty() readonly count!: number;
  @ApiProperty({ description: 'True where there are more than are counted.' }) readonly more!: boolean;
}

/** One page of a list whose rows are put together in groups, with the groups that begin on it. */
export class GroupedPage<T> extends Page<T> {
  constructor(
    items: readonly T[],
    nextCursor: string | undefined,
    readonly groups: readonly ListGroupDto[],
  ) {
    super(items, nextCursor);
  }
}

/** The groups that begin among these rows: the one in which the page before ended was counted there. */
export function groupsBeginning(rows: readonly { readonly group?: string }[], before: unknown): readonly string[] {
  const all = rows.flatMap(({ group }) => group ?? []);
  return [...new Set(all)].filter((group) => group !== before);
}

/** Documents a page of `item` as the answer of a route, its groups with it where it was asked for them. */
export function ApiGroupedPage(item: Class): MethodDecorator {
  const { properties, ...schema } = pageSchema(item);
  const groups = { type: 'array', items: { $ref: getSchemaPath(ListGroupDto) } };
  return applyDecorators(
    ApiExtraModels(item, ListGroupDto),
    ApiOkResponse({ schema: { ...schema, properties: { ...properties, groups } } }),
  );
}
