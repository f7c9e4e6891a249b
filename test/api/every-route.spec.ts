import { randomUUID } from 'node:crypto';
import { ACTIONS, type Action } from '../../domain/people/permission.js';
import { REACH } from '../../domain/people/permission-table.js';
import { runningTownHall } from '../support/running-product.js';

/** An account of the demonstration town for each role. */
const ACCOUNTS = {
  ambassador: 'ambassadrice1',
  referent: 'referent.voirie',
  headOfDepartment: 'chef.voirie',
  director: 'directeur.espace-public',
  dga: 'dga.technique',
  dgs: 'dgs',
  cabinetDirector: 'cabinet',
  electedOfficial: 'elu.voirie',
  patroller: 'patrouilleur',
  designer: 'designer1',
  headOfCitizenRelations: 'chef.grc',
  dataProtectionOfficer: 'chef.dpo',
  administrator: 'admin',
} as const;

type AccountRole = keyof typeof ACCOUNTS;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly actions?: readonly Action[];
  readonly isPublic: boolean;
}

const town = runningTownHall();
let operations: readonly Operation[] = [];

beforeAll(async () => {
  const response = await fetch(`${town.api}/api/v1/openapi.json`);
  const document = (await response.json()) as { paths: Record<string, Record<string, Record<string, unknown>>> };
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{[^}]+\}/g, randomUUID()),
      ...(operation['x-parvis-actions'] === undefined ? {} : { actions: operation['x-parvis-actions'] as Action[] }),
      isPublic: operation['x-parvis-public'] === true,
    })),
  );
});

afterAll(() => town.close());

describe('every route of the API', () => {
  it('says who may call it', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(operations.filter((one) => one.actions === undefined && !one.isPublic)).toEqual([]);
    expect(operations.flatMap((one) => one.actions ?? []).filter((action) => !ACTIONS.includes(action))).toEqual([]);
  });

  it('refuses whoever has not signed in', async () => {
    for (const { method, path } of operations.filter((one) => !one.isPublic)) {
      const response = await fetch(`${town.api}${path}`, { method });
      expect([method, path, response.status]).toEqual([method, path, 401]);
    }
  });

  it('refuses a role that the permission table does not give its action', async () => {
    let refused = 0;
    for (const operation of operations.filter((one) => !one.isPublic)) {
      const role = roleFor(operation, false);
      if (role === undefined) continue;
      const { status, body } = await ask(role, operation);
      expect([operation.method, operation.path, role, status, body['code']]).toEqual([
        operation.method,
        operation.path,
        role,
        403,
        'auth.forbidden',
      ]);
      refused++;
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('lets the right role as far as the row it asks for', async () => {
    for (const operation of operations.filter((one) => !one.isPublic && !one.path.endsWith('/events'))) {
      const role = roleFor(operation, true);
      if (role === undefined) throw new Error(`Nobody may ${operation.method} ${operation.path}`);
      const { status } = await ask(role, operation);
      const refused = status === 401 || status === 403 || status >= 500;
      expect(refused ? `${operation.method} ${operation.path} as ${role}: ${String(status)}` : 'let in').toBe('let in');
    }
  });

  it('refuses what comes from another site', async () => {
    const browser = await town.as('ambassadrice1');
    const foreign = await browser.ask('/api/v1/requests', {
      method: 'POST',
      body: {},
      headers: { origin: 'https://ailleurs.example', 'idempotency-key': randomUUID() },
    });
    expect([foreign.status, ((await foreign.json()) as { code: string }).code]).toEqual([403, 'auth.foreign-origin']);
  });
});

function roleFor(operation: Operation, allowed: boolean): AccountRole | undefined {
  const roles = Object.keys(ACCOUNTS) as AccountRole[];
  return roles.find(
    (role) =>
      operation.actions?.some((action) => (REACH[action][role]?.length ?? 0) > 0) === allowed && holdsOnly(role),
  );
}

/** Those who hold several roles in the demonstration town are no proof of a refusal. */
function holdsOnly(role: AccountRole): boolean {
  return role !== 'headOfCitizenRelations' && role !== 'headOfDepartment' && role !== 'dataProtectionOfficer';
}

async function ask(
  role: AccountRole,
  { method, path }: Operation,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const browser = await town.as(ACCOUNTS[role]);
  const response = await browser.ask(path, {
    method,
    headers: { 'idempotency-key': randomUUID() },
    ...(method === 'GET' ? {} : { body: {} }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} };
}
