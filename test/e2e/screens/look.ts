/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { axeFindings, NARROW, overflowsSideways, picture, still } from '../../support/e2e.js';

/** What looking at colours takes is nearly all of the time; so they are looked at once in each scheme, on the wide screen. */
const COLOURS = ['color-contrast'];

/** Light, dark, then as narrow as a phone or as 1280 px at 400 %. `name`: pictures are kept under it. */
export async function findingsOf(page: Page, name: string | undefined): Promise<readonly string[]> {
  const findings = [...(await wordsOf(page))];
  // The dark screen has the elements of the light one, in other colours: those alone are judged again.
  for (const [scheme, which] of [
    ['light', {}],
    ['dark', { only: COLOURS }],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    // The console follows the system a moment later, and only then do its colours begin to change.
    await page.waitForSelector(`html[data-mantine-color-scheme="${scheme}"]`, { state: 'attached' });
    await still(page);
    findings.push(...(await axeFindings(page, which)).map((finding) => `${scheme}: ${finding}`));
    if (name !== undefined) await picture(page, `${name}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(NARROW);
  await still(page);
  // On a busy machine the change of width is laid out a moment after it is made: this waits for it.
  await overflowsSideways(page);
  findings.push(...(await sidewaysBoxes(page)).map((box) => `narrow: scrolls sideways: ${box}`));
  findings.push(...(await axeFindings(page, { but: COLOURS })).map((finding) => `narrow: ${finding}`));
  if (name !== undefined) await picture(page, `${name}-narrow`);
  return findings;
}

/** What a program says when nobody wrote its words, and the library's own English. */
const UNWRITTEN = /\b(undefined|NaN|null|\[object Object\])\b/;
const ENGLISH =
  /\b(Loading|Submit|Cancel|Close|Search|Select|Required|Invalid|Error|Clear|Toggle|Open|Next|Previous)\b/;

/** One title, one `h1`; no word that nobody wrote. */
async function wordsOf(page: Page): Promise<readonly string[]> {
  const { title, headings, text, names } = await page.evaluate(() => ({
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim()),
    text: document.body.innerText,
    names: [...document.querySelectorAll('[aria-label], [placeholder], [title], button')].flatMap((element) => [
      ...['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      element instanceof HTMLButtonElement ? element.innerText : '',
    ]),
  }));
  const wrong: string[] = [];
  if (!/^\S.* — Parvis$/u.test(title)) wrong.push(`the title of the page is « ${title} »`);
  if (headings.length !== 1 || headings[0] === '') wrong.push(`headings of level 1: ${JSON.stringify(headings)}`);
  const unwritten = UNWRITTEN.exec(text);
  if (unwritten !== null) wrong.push(`« ${unwritten[0]} » is on the screen`);
  const english = names.find((one) => ENGLISH.test(one));
  if (english !== undefined) wrong.push(`English: « ${english} »`);
  return wrong;
}

/**
 * The boxes that must be scrolled sideways to be read whole: the page, or one in it. Those made for it are regions that the
 * keyboard reaches.
 */
function sidewaysBoxes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter(
        (box) =>
          box.scrollWidth > box.clientWidth + 1 &&
          (box === document.documentElement || /auto|scroll/.test(getComputedStyle(box).overflowX)) &&
          !box.matches('[role="region"][tabindex="0"], textarea, input'),
      )
      .map((box) => {
        const edge = box.getBoundingClientRect().left + box.clientLeft + box.clientWidth;
        // The innermost, which is what is too wide.
        const out = [...box.querySelectorAll('*')].findLast((one) => one.getBoundingClientRect().right > edge + 1);
        return `${box.className || box.tagName}: ${out?.outerHTML.slice(0, 160) ?? ''}`;
      }),
  );
}
