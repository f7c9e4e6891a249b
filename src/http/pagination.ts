import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type as Class,
} from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Refusal } from './refusal.js';

/** Values of the sort columns of the last row seen; the SQL of the next page starts after them. */
export type CursorKey = readonly (string | number | null)[];

/** Query of every list; a list adds its filters by extending it. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'Opaque; `nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(600)
  readonly cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 50;
}

/** One page of a list. A `nextCursor` is there only when more rows follow; `Link` carries it too. */
export class Page<T> {
  constructor(
    readonly items: readonly T[],
    readonly nextCursor?: string,
  ) {}

  map<U>(change: (item: T) => U): Page<U> {
    return new Page(this.items.map(change), this.nextCursor);
  }
}

/** The page of rows that were read with `limit + 1`: the extra one only tells that more follow. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return new Page(items, rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : undefined);
}

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key in a cursor, checked against the number of sort columns; undefined on the first page. What it holds goes into
 * parameters of a query that is limited to what the reader may see anyway, so it needs no signature.
 */
export function decodeCursor(cursor: string | undefined, columns: number): CursorKey | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  const key = parse(cursor);
  if (!Array.isArray(key) || key.length !== columns || !key.every(isKeyPart))
    throw new Refusal('request.invalid-cursor');
  return key;
}

/** Documents a page of `item` as the answer of a route. */
export function ApiPage(item: Class): MethodDecorator {
  return applyDecorators(ApiExtraModels(item), ApiOkResponse({ schema: pageSchema(item) }));
}

/** What a page of `item` looks like, for the documentation of routes. */
export function pageSchema(item: Class): PageSchema {
  return {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: { $ref: getSchemaPath(item) } }, nextCursor: { type: 'string' } },
  };
}

interface PageSchema {
  readonly type: 'object';
  readonly required: string[];
  readonly properties: Record<string, { type: string; items?: { $ref: string } }>;
}

/** Adds `Link: <…>; rel="next"` to an answer that is a {@link Page}. */
@Injectable()
export class PageLinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof Page && answer.nextCursor !== undefined) linkNext(context, answer.nextCursor);
        return answer;
      }),
    );
  }
}

function linkNext(context: ExecutionContext, cursor: string): void {
  const http = context.switchToHttp();
  const url = new URL(http.getRequest<Request>().originalUrl, 'http://parvis');
  url.searchParams.set('cursor', cursor);
  http.getResponse<Response>().setHeader('Link', `<${url.pathname}${url.search}>; rel="next"`);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isKeyPart(part: unknown): part is string | number | null {
  return part === null || typeof part === 'string' || typeof part === 'number';
}
