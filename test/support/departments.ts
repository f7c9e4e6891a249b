import { randomUUID } from 'node:crypto';
import { call } from './desk.js';
import type { TownHall } from './town-hall.js';

export interface MadeDepartment {
  readonly id: string;
  readonly name: string;
  readonly directorate: string;
  readonly version: number;
}

/** A department that nothing names; taken away by {@link dropDepartments}. */
export async function makeDepartment(hall: TownHall, name: string): Promise<MadeDepartment> {
  const body = { id: `essai-${randomUUID().slice(0, 8)}`, name, directorate: 'numerique' };
  return (await call<MadeDepartment>(await hall.as('admin'), 'POST /settings/departments', { body })).body;
}

/** Gives it another name, as a colleague would. */
export async function renameDepartment(hall: TownHall, id: string, name: string): Promise<void> {
  const admin = await hall.as('admin');
  const { body } = await call<MadeDepartment>(admin, `GET /settings/departments/${id}`);
  await call(admin, `PUT /settings/departments/${id}`, {
    body: { name, directorate: body.directorate },
    headers: { 'if-match': `"${String(body.version)}"` },
  });
}

/** Those that trials made: no screen takes one away. */
export async function dropDepartments(hall: TownHall): Promise<void> {
  await hall.rows(`DELETE FROM teams WHERE department LIKE 'essai-%'`);
  await hall.rows(`DELETE FROM departments WHERE id LIKE 'essai-%'`);
}
