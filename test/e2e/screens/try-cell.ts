/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { WIDE, picture } from '../../support/e2e.js';
import { prepareNetwork } from './bring-about.js';
import { findingsOf } from './look.js';
import type { Stage } from './stage.js';
import type { Cell, Of, Screen, Seen, State, Visit } from './states.js';

/** One cell: how it is brought about, what is before the eyes, what is wrong with it. */
export interface Tried {
  readonly screen: Screen;
  readonly state: State;
  readonly cell: Cell;
}

/** Brings a state about and looks at it. @returns everything that is wrong, in words */
export async function tryCell(stage: Stage, tried: Tried): Promise<readonly string[]> {
  const { screen, state, cell } = tried;
  const login = await given(stage, cell.login ?? screen.login);
  const page = await stage.page(login);
  const address = await given(stage, cell.address ?? screen.address);
  const release = await prepareNetwork(page, cell.network);
  const name = `${slug(screen.name)}-${state}`;
  try {
    await bringAbout(cell, { page, stage, address });
    const findings = await findingsOf(page, state === 'filled' ? name : undefined);
    if (findings.length > 0) await picture(page, `failed-${name}`);
    return findings;
  } catch (error) {
    await picture(page, `failed-${name}`);
    throw error;
  } finally {
    await release();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(WIDE);
    if (state === 'signedOut') await stage.forget(login);
  }
}

async function bringAbout({ first = [], act, shows }: Cell, visit: Visit): Promise<void> {
  const { page, stage, address } = visit;
  await page.goto(`${stage.console_.product.urls.api}${address}`, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('h1');
  for (const seen of first) await appears(page, seen);
  await act?.(visit);
  for (const seen of shows) await appears(page, seen);
}

async function given<T extends string>(stage: Stage, of: Of<T>): Promise<T> {
  return typeof of === 'function' ? of(stage) : of;
}

/** So long a screen may take, in tries of a third of a second. */
const TRIES = 40;

/**
 * Waits until it is visible. A read that fails is tried again after seconds: the clock of the page is put forward by as
 * much at each look, rather than waited for.
 */
async function appears(page: Page, seen: Seen): Promise<void> {
  const found = locate(page, seen).filter({ visible: true }).first();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const there = await found.waitFor({ timeout: 330 }).then(
      () => true,
      () => false,
    );
    if (there) return;
    await page.clock.fastForward(1000);
  }
  throw new Error(`Not on the screen: ${String(seen)}`);
}

function locate(page: Page, seen: Seen): Locator {
  return typeof seen === 'function' ? seen(page) : page.locator('body').getByText(seen);
}

/** For the name of a picture. */
function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
