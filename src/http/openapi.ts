import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem, PROBLEM_TYPE } from './problem.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const UNSAFE = ['post', 'put', 'patch', 'delete'] as const;
const METHODS = ['get', ...UNSAFE] as const;

/** The OpenAPI document of the routes as they are: what the console's client and partners are generated from. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const description = [
    'Every answer that is not a success is a problem (RFC 9457) with a stable `code` and a French sentence.',
    'Sign in at `/auth/login`; read `csrfToken` in `GET /api/v1/session` and send it in `X-CSRF-Token` with everything',
    'that changes something. `x-parvis-actions` names the permissions of which a route asks one.',
  ].join(' ');
  const outline = new DocumentBuilder()
    .setTitle('Parvis')
    .setDescription(description)
    .setVersion('1')
    .addCookieAuth('parvis', { type: 'apiKey', in: 'cookie', name: 'parvis' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    extraModels: [Problem],
    operationIdFactory: operationId,
  });
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation !== undefined) completeOperation(operation, method);
    }
  }
  return document;
}

/** `TasksController.answer` → `tasksAnswer`: stable as long as the names are. */
function operationId(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return `${subject.charAt(0).toLowerCase()}${subject.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

function completeOperation(operation: Operation, method: (typeof METHODS)[number]): void {
  const problem = { schema: { $ref: '#/components/schemas/Problem' } };
  operation.responses.default ??= { description: 'A problem.', content: { [PROBLEM_TYPE]: problem } };
  const changes = (UNSAFE as readonly string[]).includes(method);
  if (!changes || operation.security === undefined) return;
  operation.parameters ??= [];
  operation.parameters.push({
    name: 'X-CSRF-Token',
    in: 'header',
    required: true,
    description: '`csrfToken` of the session.',
    schema: { type: 'string' },
  });
}
