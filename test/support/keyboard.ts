/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Farther than this nobody tabs: the thing is out of reach. */
const FARTHEST = 80;

/** Hands that have a keyboard and nothing else. Where the focus lands unseen is remembered, to be judged at the end. */
export class Hands {
  /** What took the focus without showing it. */
  readonly unseen: string[] = [];

  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Tab until the focus is on what bears this name. @throws Error where it cannot be reached */
  async reach(name: string | RegExp, { key = 'Tab' }: { readonly key?: 'Tab' | 'Shift+Tab' } = {}): Promise<void> {
    const passed: string[] = [];
    for (let stops = 0; stops < FARTHEST; stops += 1) {
      const focused = await this.focused();
      if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) {
        if (!focused.seen) this.unseen.push(focused.name);
        return;
      }
      passed.push(focused.name);
      await this.page.keyboard.press(key);
    }
    throw new Error(`Out of reach of the keyboard: ${String(name)}; passed ${passed.join(' | ')}`);
  }

  /** Reaches it and presses it. */
  async choose(name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.reach(name);
    await this.page.keyboard.press(key);
  }

  /** What has the focus: its name as a reader hears it, and whether a ring of two pixels or more shows it. */
  private focused(): Promise<{ readonly name: string; readonly seen: boolean }> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return { name: '', seen: true };
      const referenced = (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ');
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
      const said = [
        element.getAttribute('aria-label') ?? '',
        referenced,
        labels.map((label) => label.textContent).join(' '),
        element.textContent,
      ];
      const name = said.map((text) => text.replaceAll(/\s+/g, ' ').trim()).find((text) => text !== '') ?? '';
      const ringed = ['', '::after', '::before'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      return { name, seen: ringed };
    });
  }
}
