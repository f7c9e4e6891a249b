import { call } from '../../support/desk.js';
import type { Ground } from './ground.js';

/** A day far ahead, unlike those of other trials. */
export function farDay(): string {
  const day = new Date(Date.UTC(2031, 0, 5 + Math.floor(Math.random() * 3000)));
  return day.toISOString().slice(0, 10);
}

/** Takes back what a trial made. */
export async function undo({ hall }: Ground, login: string, routes: readonly string[]): Promise<void> {
  const person = await hall.as(login);
  for (const route of routes) await call(person, `DELETE ${route}`);
}
