/// <reference lib="dom" />
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import bundled from '@sparticuz/chromium';
import { chromium, errors, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { runningProduct, type RunningProduct } from './running-product.js';

/** What WCAG 2.1 AA and so the RGAA ask. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];
/** A French browser: its date and time fields read « 25/11/2026 » and « 16:50 », by the language of the system. */
const LANGUAGE = { LC_ALL: 'fr_FR.UTF-8' };
const PASSWORD = 'parvis';
/** A menu that closes by itself when the window changes may take as long on a busy machine. */
const LAID_OUT_MS = 3000;

/** The width of a phone, and of 1280 px at 400 %. */
export const NARROW = { width: 320, height: 720 };
export const WIDE = { width: 1440, height: 900 };
/** Who asked for less motion, too: what fades in is judged where it ends, and not while it does. */
const PERSON = { viewport: WIDE, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' } as const;

/** A real Chromium in front of the running product. */
export class Console {
  private browser: Browser | undefined;
  private readonly folders: string[] = [];

  constructor(readonly product: Pick<RunningProduct, 'urls'> = runningProduct()) {}

  /** Another page of nobody yet, of its own session. */
  async context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    this.browser ??= await chromium.launch(await launching());
    return this.browser.newContext({ ...PERSON, ...options });
  }

  /** A person signed in through the provider, at an address of the console. */
  async as(login: string, address = '/'): Promise<Page> {
    const page = await (await this.context()).newPage();
    await this.signIn(page, login, address);
    return page;
  }

  async signIn(page: Page, login: string, address = '/'): Promise<void> {
    await page.goto(`${this.product.urls.api}/auth/login?returnTo=${encodeURIComponent(address)}`);
    await page.fill('#login', login);
    await page.fill('#password', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('.pv-shell h1');
  }

  async go(page: Page, address: string): Promise<void> {
    await page.goto(`${this.product.urls.api}${address}`);
    await page.waitForSelector('.pv-shell h1');
  }

  /** A browser with a profile on disk, for what must outlive a crash. `profile` of an earlier one is taken up again. */
  async withProfile(profile?: string): Promise<{ readonly context: BrowserContext; readonly profile: string }> {
    const folder = profile ?? mkdtempSync(path.join(os.tmpdir(), 'parvis-e2e-'));
    if (profile === undefined) this.folders.push(folder);
    const context = await chromium.launchPersistentContext(folder, {
      ...(await launching()),
      ...PERSON,
    });
    return { context, profile: folder };
  }

  async close(): Promise<void> {
    await this.browser?.close();
    for (const folder of this.folders)
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Ends the whole browser as a power cut would: nothing is asked, nothing is saved. */
export async function crash(page: Page): Promise<void> {
  const context = page.context();
  const gone = new Promise<void>((resolve) => {
    context.on('close', () => {
      resolve();
    });
  });
  const devtools = await context.newCDPSession(page);
  devtools.send('Browser.crash').catch(() => undefined);
  await gone;
}

/** Every rule of WCAG 2.1 AA when nothing is said; `only`: these rules, `but`: not these. */
export interface AxeRules {
  readonly only?: readonly string[];
  readonly but?: readonly string[];
}

/** What axe finds, one line a finding: rule, how often, the first element. */
export async function axeFindings(page: Page, { only, but = [] }: AxeRules = {}): Promise<readonly string[]> {
  await still(page);
  // In the page itself: the console has no frame, and a blank page for each look would take twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (
    only === undefined ? axe.withTags(RULES).disableRules([...but]) : axe.withRules([...only])
  ).analyze();
  return violations.map(({ id, nodes }) => `${id} ×${String(nodes.length)}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
}

/**
 * Waits until nothing slides or fades in any more: what moves is judged where it ends. Asked over three frames,
 * since what was just opened begins to move in the frame after it is there.
 */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      if (document.getAnimations().some(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)) return false;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return true;
  });
}

/** Waits until nothing loads, and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await still(page);
}

/** Waits until the palette takes what is typed: keys pressed before it has the focus go to the page. */
export async function paletteListens(page: Page): Promise<void> {
  await page
    .getByPlaceholder(/Numéro, nom/)
    .and(page.locator(':focus'))
    .waitFor();
}

/** True where the page would have to be scrolled sideways, and still would once its change of width is laid out. */
export async function overflowsSideways(page: Page): Promise<boolean> {
  try {
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth + 1, undefined, {
      timeout: LAID_OUT_MS,
    });
    return false;
  } catch (fault) {
    if (!(fault instanceof errors.TimeoutError)) throw fault;
    // A page that was too busy to answer in time is no page that is too wide: it is asked once more, for as long as it takes.
    return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  }
}

/** Keeps a picture of the screen, for eyes and for the README; not part of any judgement. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = path.resolve(process.env['PARVIS_PICTURES'] ?? '.parvis/pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** A figure of `ux.md`, printed beside its target and never judged: machines differ. */
export function printMeasure(target: string, measured: string): void {
  process.stderr.write(`  ${target}: ${measured}\n`);
}

async function launching(): Promise<Parameters<typeof chromium.launch>[0]> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? (await bundled.executablePath());
  return { executablePath, args: FLAGS, env: { ...process.env, ...LANGUAGE } };
}
