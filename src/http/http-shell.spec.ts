import { Body, Controller, Get, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { Response as ExpressResponse } from 'express';
import { startTinyApi, type TinyApi } from '../../test/support/tiny-api.js';
import { Public } from '../auth/allow.js';
import { ChangesVersion, IfMatch, requireSameVersion, sendEtag } from './etag.js';
import { IdempotencyKey, Idempotent } from './idempotency.js';
import { ApiPage, decodeCursor, type Page, pageOf, PageQuery } from './pagination.js';
import { RateLimit } from './rate-limit.js';
import { Refusal } from './refusal.js';
import { Traceparent } from './trace.js';

class TrialCitizen {
  @ApiProperty()
  @IsEmail()
  readonly email!: string;
}

class TrialRequest {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(10)
  readonly words!: string;

  @ApiProperty({ enum: ['email', 'letter'] })
  @IsIn(['email', 'letter'])
  readonly channel!: string;

  @ApiProperty()
  @ValidateNested()
  @Type(() => TrialCitizen)
  readonly citizen!: TrialCitizen;

  @IsOptional()
  @MaxLength(3, { message: 'Trois lettres au plus.' })
  readonly initials?: string;
}

class TrialItem {
  @ApiProperty()
  readonly n!: number;
}

@Controller('trial')
@Public()
class TrialController {
  @Post('requests')
  @Idempotent()
  submit(@Body() body: TrialRequest, @IdempotencyKey() key: string): { words: string; key: string } {
    return { words: body.words, key };
  }

  @Get('items')
  @ApiPage(TrialItem)
  items(@Query() query: PageQuery): Page<TrialItem> {
    const [after = 0] = decodeCursor(query.cursor, 1) ?? [];
    const rows = [1, 2, 3, 4, 5].filter((n) => n > Number(after)).map((n) => ({ n }));
    return pageOf(rows.slice(0, query.limit + 1), query.limit, ({ n }) => [n]);
  }

  @Get('draft')
  draft(@Res({ passthrough: true }) response: ExpressResponse): { version: number } {
    sendEtag(response, 7);
    return { version: 7 };
  }

  @Patch('draft')
  @ChangesVersion()
  save(@IfMatch() version: number): { version: number } {
    requireSameVersion(version, 7);
    return { version: 8 };
  }

  @Get('refused')
  refused(): never {
    throw new Refusal('case.not-your-turn');
  }

  @Get('broken')
  broken(): never {
    throw new Error('invalid input syntax for type uuid: "Dupont" of marie.dupont@exemple.fr');
  }

  @Get('away')
  away(): never {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:5432'), { code: 'ECONNREFUSED' });
  }

  @Get('engine-refused')
  engineRefused(): never {
    const cause = Object.assign(new Error('refused'), { type: 'case.four-eyes' });
    throw new Error('Workflow Update failed', { cause });
  }

  @Get('limited')
  @RateLimit({ name: 'trial', points: 2, seconds: 60 })
  @ApiOkResponse()
  limited(): { done: true } {
    return { done: true };
  }

  @Get('trace')
  trace(@Traceparent() traceparent: string): { traceparent: string } {
    return { traceparent };
  }
}

interface ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly reference?: string;
  readonly traceId: string;
  readonly errors?: readonly { pointer: string; code: string; detail: string }[];
}

let api: TinyApi;
beforeAll(async () => {
  api = await startTinyApi({ controllers: [TrialController] });
});
afterAll(() => api.close());

const valid = { words: 'un trou', channel: 'email', citizen: { email: 'a@exemple.fr' } };
const withKey = { 'idempotency-key': 'cle-12345678' };

function submit(body: unknown, headers: Record<string, string> = withKey): Promise<Response> {
  return api.browser().ask('/api/v1/trial/requests', { method: 'POST', body, headers });
}

async function problem(response: Response): Promise<ProblemBody> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const body = (await response.json()) as ProblemBody;
  expect(body.status).toBe(response.status);
  return body;
}

describe('a problem', () => {
  it('carries a stable code, a French sentence, the path without its query and the trace', async () => {
    const response = await api.browser().ask('/api/v1/trial/refused?q=Dupont');
    const body = await problem(response);
    expect(body).toEqual({
      type: '/problemes/case.not-your-turn',
      title: 'Conflict',
      status: 409,
      code: 'case.not-your-turn',
      detail: 'Ce n’est pas votre tour dans le circuit de validation.',
      instance: '/api/v1/trial/refused',
      traceId: response.headers.get('x-request-id'),
    });
  });

  it('says nothing of an unexpected error but a reference, which the log has too, without the values', async () => {
    const body = await problem(await api.browser().ask('/api/v1/trial/broken'));
    expect(body).toMatchObject({
      code: 'http.internal',
      status: 500,
      reference: body.traceId.slice(0, 10).toUpperCase(),
    });
    expect(JSON.stringify(body)).not.toContain('uuid');
    const line = api.logs.find((one) => one.includes('unexpected error'));
    expect(line).toContain(body.reference);
    expect(line).toContain('invalid input syntax for type uuid');
    expect(line).not.toMatch(/Dupont|exemple\.fr/);
  });

  it('is a 503 with Retry-After when a neighbour is away', async () => {
    const response = await api.browser().ask('/api/v1/trial/away');
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await problem(response)).toMatchObject({ status: 503, code: 'http.unavailable' });
  });

  it('knows a refusal of the engine by its code, across the process border', async () => {
    expect(await problem(await api.browser().ask('/api/v1/trial/engine-refused'))).toMatchObject({
      status: 403,
      code: 'case.four-eyes',
    });
  });

  it('answers an unknown address', async () => {
    expect(await problem(await api.browser().ask('/api/v1/nulle-part'))).toMatchObject({ code: 'http.not-found' });
  });
});

describe('a body', () => {
  it('is accepted when it has the shape of its DTO', async () => {
    const response = await submit(valid);
    expect([response.status, await response.json()]).toEqual([201, { words: 'un trou', key: 'cle-12345678' }]);
  });

  it('is told all its faults at once, as JSON pointers, in French', async () => {
    const body = await problem(
      await submit({ words: 'bien trop long', citizen: { email: 'non' }, 'a/b': 1, initials: 'ABCD' }),
    );
    expect(body.code).toBe('request.invalid');
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/words', code: 'maxLength', detail: 'Pas plus de 10\u00a0caractères.' },
        { pointer: '/channel', code: 'isIn', detail: 'Valeur non prévue. Valeurs possibles\u00a0: email, letter.' },
        expect.objectContaining({ pointer: '/citizen/email', code: 'isEmail' }),
        expect.objectContaining({ pointer: '/a~1b', code: 'whitelistValidation' }),
        { pointer: '/initials', code: 'maxLength', detail: 'Trois lettres au plus.' },
      ]),
    );
    expect(body.errors).toHaveLength(5);
  });

  it('that is missing is told once per field', async () => {
    const { errors = [] } = await problem(await submit({}));
    expect(errors.map(({ pointer, code }) => [pointer, code])).toContainEqual(['/words', 'isNotEmpty']);
    expect(errors.filter(({ pointer }) => pointer === '/words')).toHaveLength(1);
  });

  it('that is no JSON is refused without being quoted', async () => {
    const headers = { 'content-type': 'application/json', ...withKey };
    const response = await fetch(`${api.url}/api/v1/trial/requests`, {
      method: 'POST',
      body: '{"nom": Dupont',
      headers,
    });
    const body = await problem(response);
    expect([body.status, body.code]).toEqual([400, 'http.malformed-body']);
    expect(JSON.stringify(body)).not.toContain('Dupont');
  });

  it('that is too large is a 413, of another type a 415', async () => {
    const large = await problem(await submit({ words: 'a'.repeat(1_100_000) }));
    expect([large.status, large.code]).toEqual([413, 'http.body-too-large']);
    const headers = { 'content-type': 'text/xml', ...withKey };
    const other = await fetch(`${api.url}/api/v1/trial/requests`, { method: 'POST', body: '<a/>', headers });
    expect(await problem(other)).toMatchObject({ status: 415, code: 'http.unsupported-type' });
  });
});

describe('an idempotency key', () => {
  it('is required where a route creates or commands', async () => {
    expect(await problem(await submit(valid, {}))).toMatchObject({ code: 'request.idempotency-key-missing' });
    expect(await problem(await submit(valid, { 'idempotency-key': 'court' }))).toMatchObject({
      code: 'request.idempotency-key-malformed',
    });
  });
});

describe('a version', () => {
  it('travels in ETag and comes back in If-Match', async () => {
    const browser = api.browser();
    const etag = (await browser.ask('/api/v1/trial/draft')).headers.get('etag') ?? '';
    const save = (headers: Record<string, string>): Promise<Response> =>
      browser.ask('/api/v1/trial/draft', { method: 'PATCH', body: {}, headers });
    expect((await save({ 'if-match': etag })).status).toBe(200);
    expect(await problem(await save({}))).toMatchObject({ status: 428, code: 'request.version-missing' });
    expect(await problem(await save({ 'if-match': '"6"' }))).toMatchObject({ status: 412 });
    expect(await problem(await save({ 'if-match': '*' }))).toMatchObject({ status: 412 });
  });
});

describe('a list', () => {
  it('is read page by page to its end, by the link of each page', async () => {
    const seen: number[] = [];
    let next: string | undefined = '/api/v1/trial/items?limit=2';
    while (next !== undefined) {
      const response: Response = await api.browser().ask(next);
      const page = (await response.json()) as { items: { n: number }[]; nextCursor?: string };
      seen.push(...page.items.map(({ n }) => n));
      next = /<(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      expect(next === undefined).toBe(page.nextCursor === undefined);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('refuses a cursor that is not one of its own, and a page beyond the limit', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('[{"a":1}]').toString('base64url')]) {
      const response = await api.browser().ask(`/api/v1/trial/items?cursor=${cursor}`);
      expect(await problem(response)).toMatchObject({ status: 400, code: 'request.invalid-cursor' });
    }
    const { errors } = await problem(await api.browser().ask('/api/v1/trial/items?limit=1000'));
    expect(errors).toEqual([{ pointer: '/limit', code: 'max', detail: 'Pas plus de 200.' }]);
  });
});

describe('a public route', () => {
  it('may be asked only so often from one address', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await api.browser().ask('/api/v1/trial/limited')).status);
    expect(statuses).toEqual([200, 200, 429]);
    const response = await api.browser().ask('/api/v1/trial/limited');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a trace', () => {
  it('goes on from the caller, or begins here', async () => {
    const traceId = 'a'.repeat(31) + '1';
    const headers = { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` };
    const response = await api.browser().ask('/api/v1/trial/trace', { headers });
    expect(response.headers.get('x-request-id')).toBe(traceId);
    expect(await response.json()).toEqual({
      traceparent: expect.stringMatching(`^00-${traceId}-[0-9a-f]{16}-01$`) as unknown,
    });
    const fresh = await api.browser().ask('/api/v1/trial/trace', { headers: { traceparent: '00-rien-01' } });
    expect(fresh.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the log of requests', () => {
  it('names the pattern of the route and never what was asked', async () => {
    await api.browser().ask('/api/v1/trial/items?cursor=Dupont');
    expect(api.logs.some((line) => line.includes('/api/v1/trial/items'))).toBe(true);
    expect(api.logs.join('\n')).not.toContain('Dupont');
  });
});

describe('every answer', () => {
  it('forbids foreign scripts, and framing by another site', async () => {
    const { headers } = await api.browser().ask('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('the OpenAPI document', () => {
  it('is served, with stable names, problems and headers', async () => {
    const response = await api.browser().ask('/api/v1/openapi.json');
    const document = (await response.json()) as { paths: Record<string, Record<string, Record<string, unknown>>> };
    const operation = document.paths['/api/v1/trial/requests']?.['post'];
    expect(operation).toMatchObject({ operationId: 'trialSubmit', 'x-parvis-public': true });
    expect(JSON.stringify(operation)).toContain('#/components/schemas/Problem');
    expect(JSON.stringify(operation)).toContain('Idempotency-Key');
    expect(JSON.stringify(document.paths['/api/v1/session'])).toContain('session.read');
  });
});

describe('a route that says nothing of who may call it', () => {
  it('stops the start', async () => {
    @Controller('open')
    class OpenController {
      @Get()
      read(): string {
        return '';
      }
    }
    await expect(startTinyApi({ controllers: [OpenController] })).rejects.toThrow('OpenController.read');
  });
});

describe('health', () => {
  it('is ready when every neighbour answers, and says which does not', async () => {
    expect(await (await api.browser().ask('/readyz')).json()).toEqual({
      ready: true,
      checks: { database: 'ok', migrations: 'ok' },
    });
    api.database.away = true;
    const response = await api.browser().ask('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ready: false, checks: { database: 'failed' } });
    expect((await api.browser().ask('/healthz')).status).toBe(200);
    api.database.away = false;
  });

  it('tells the version', async () => {
    expect(await (await api.browser().ask('/version')).json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown,
      node: process.version,
    });
  });
});
