/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/town-hall.js';
import type { Form, Misfortune, Place } from './form.js';
import type { Ground } from './ground.js';
import { loseOneAnswer } from './lost-answer.js';

/** Words of developers and of libraries that no person should read. */
const ENGLISH =
  /\b(error|failed|fetch|network|undefined|null|not found|unauthorized|forbidden|conflict|timeout|please)\b/i;
/** What is said of what befell. */
const SAYINGS = '[role="alert"], [role="status"], .pv-strip, .pv-notice';

/** A form that stands takes a click within this time. */
const STILL_THERE_MS = 2000;

/** A form from its first word to what it does, with everything that may befall on the way. */
export class Journey {
  private readonly tabs: Page[];

  private constructor(
    private readonly ground: Ground,
    private readonly form: Form,
    private readonly written: { readonly place: Place; readonly said: string },
    private readonly page: Page,
  ) {
    this.tabs = [page];
  }

  static async of(ground: Ground, form: Form, said: string): Promise<Journey> {
    const place = await form.at(ground, said);
    const page = await (await ground.page(form.login)).context().newPage();
    return new Journey(ground, form, { place, said }, page);
  }

  private get place(): Place {
    return this.written.place;
  }

  private get said(): string {
    return this.written.said;
  }

  async begin(): Promise<void> {
    const { ground, place, page, said } = this;
    await ground.console_.go(page, place.address);
    await place.open?.(page);
    await this.field(page).fill(said);
    await place.fill?.(page);
    await this.kept();
  }

  async live(): Promise<void> {
    const { place } = this;
    if (this.tries('reload')) await this.reload();
    if (this.tries('back')) await this.leaveAndComeBack();
    const other = this.tries('tabs') ? await this.inAnotherTab() : undefined;
    if (this.tries('session')) await this.signedOut();
    if (this.tries('crash')) await this.crash();
    if (place.over === undefined) await this.send();
    expect([this.form.name, 'done', await place.times()]).toEqual([this.form.name, 'done', 1]);
    if (other !== undefined) await this.sendFrom(other);
  }

  async meetColleague(): Promise<void> {
    const { place, page } = this;
    const { colleague } = place;
    if (colleague === undefined) throw new Error(`${this.form.name}: nobody acts first, and no reason says why`);
    await colleague.act();
    if (colleague.presses === true) await this.press(page);
    await page.getByText(colleague.told).first().waitFor();
    await this.french(page);
    await eventually(`${this.form.name}: what was typed is still read`, () => this.isRead());
    await colleague.then?.(page);
  }

  /** Of its own tabs: a browser speaks to one server over six connections at most, and each tab listens on one. */
  async end(): Promise<void> {
    const { page } = this;
    await page.context().setOffline(false);
    for (const one of this.tabs) await one.close();
    await this.place.undo?.();
  }

  private field(page: Page): Locator {
    return page.getByLabel(this.place.field).and(page.locator('input, textarea')).first();
  }

  private tries(misfortune: Misfortune): boolean {
    return this.form.not[misfortune] === undefined;
  }

  private async reload(): Promise<void> {
    await this.page.reload();
    await this.holds(this.page, 'a reload');
  }

  private async leaveAndComeBack(): Promise<void> {
    const { page } = this;
    const here = page.url();
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('a[href="/absences"], a[href="/brouillons"]')?.click();
    });
    await page.waitForURL((url) => url.href !== here);
    await page.goBack();
    await this.holds(page, 'a step back');
    await page.goForward();
    await page.waitForURL((url) => url.href !== here);
    await page.goBack();
    await this.holds(page, 'a step forward and back');
  }

  private async inAnotherTab(): Promise<Page> {
    const other = await this.page.context().newPage();
    this.tabs.push(other);
    await other.goto(this.page.url());
    await this.holds(other, 'another tab');
    return other;
  }

  /** The session is over when the button is pressed: the strip says so, and leads back to the form as it was. */
  private async signedOut(): Promise<void> {
    const { page, form } = this;
    await this.button(page).click({ trial: true });
    await page.context().clearCookies();
    await this.press(page);
    const again = page.getByRole('button', { name: 'Se reconnecter' });
    await again.waitFor();
    await this.french(page);
    await this.holds(page, 'the end of the session');
    expect([form.name, 'signed out', await this.place.times()]).toEqual([form.name, 'signed out', 0]);
    await again.click();
    await page.fill('#login', form.login);
    await page.fill('#password', 'parvis');
    await page.click('button[type=submit]');
    await page.waitForSelector('.pv-shell h1');
    await this.holds(page, 'signing in again');
  }

  /** It was done, and nobody was told: the page is read again, and what was typed is sent once more. */
  private async crash(): Promise<void> {
    const { page, place } = this;
    await loseOneAnswer(page, () => this.press(page));
    await page.reload();
    if (place.over === undefined) await this.holds(page, 'a crash');
    else await place.over(page).waitFor();
    await this.french(page);
  }

  /** A double click without a network, which comes back: the first try that gets through loses its answer. */
  private async send(): Promise<void> {
    const { page, place } = this;
    const context = page.context();
    if (this.tries('cut')) await context.setOffline(true);
    await this.press(page, this.tries('twice') ? 2 : 1);
    if (this.tries('cut')) {
      await page
        .getByText(/Hors ligne/)
        .first()
        .waitFor();
      await this.french(page);
      await context.setOffline(false);
    }
    await place.done(page).waitFor();
  }

  /** The other tab still shows what was sent from this one: sent from there too, it is not done again. */
  private async sendFrom(other: Page): Promise<void> {
    const { form, place } = this;
    // It may be told at any moment that it is over, and take its form away.
    const stands = await this.button(other)
      .click({ timeout: STILL_THERE_MS })
      .then(() => true)
      .catch(() => false);
    if (stands) {
      await place.confirm?.(other);
      await place.done(other).or(other.getByRole('alert').first()).first().waitFor();
    }
    await this.french(other);
    expect([form.name, 'two tabs', await place.times()]).toEqual([form.name, 'two tabs', 1]);
  }

  private button(page: Page): Locator {
    return page.getByRole('button', { name: this.place.submit }).first();
  }

  private async press(page: Page, clicks = 1): Promise<void> {
    const button = this.button(page);
    await button.click({ clickCount: clicks });
    await this.place.confirm?.(page);
  }

  private async kept(): Promise<void> {
    const { page } = this;
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await eventually(`${this.form.name}: what was typed is kept`, async () => {
      const found = await this.drafts();
      return found.some((body) => body.includes(this.said));
    });
  }

  /** In its field, or beside what a colleague did. */
  private async isRead(): Promise<boolean> {
    const { page, said } = this;
    const field = this.field(page);
    if ((await field.count()) > 0 && (await field.inputValue()) === said) return true;
    return (await page.getByText(said).count()) > 0;
  }

  private async drafts(): Promise<readonly string[]> {
    const [row] = await this.ground.hall.rows<{ bodies: readonly string[] | null }>(
      'SELECT array_agg(d.body::text) AS bodies FROM drafts d JOIN people p ON p.id = d.owner WHERE p.login = $1',
      [this.form.login],
    );
    return row?.bodies ?? [];
  }

  private holds(page: Page, after: string): Promise<unknown> {
    const field = this.field(page);
    return eventually(`${this.form.name}: after ${after}, what was typed is there`, async () => {
      const shown = (await field.count()) > 0 && (await field.isVisible());
      return shown && (await field.inputValue()) === this.said;
    });
  }

  /** What the person is told now, for whoever reads why a trial failed. */
  async sayings(): Promise<string> {
    return (await this.page.locator(SAYINGS).allInnerTexts()).join(' · ');
  }

  private async french(page: Page): Promise<void> {
    const said = await page.locator(SAYINGS).allInnerTexts();
    expect(said.filter((one) => ENGLISH.test(one))).toEqual([]);
  }
}
