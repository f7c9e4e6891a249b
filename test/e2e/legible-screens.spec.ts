/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { aPothole } from '../support/desk.js';
import { axeFindings, NARROW, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

/** Tops of what stands in a line, each once. */
async function linesOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top / 8))).size);
}

describe('what the narrowest telephone shows', () => {
  it('has everything of the top bar on two lines for whoever takes requests down', async () => {
    const page = await console_.as('ambassadrice1', '/file');
    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: /^Compte de/ }).waitFor();
    expect(await linesOf(page, '.pv-top-end button')).toBe(1);
    await page.context().close();
  });

  it('has the diagram of a process at the size of its words, in a region that slides by keyboard', async () => {
    const page = await console_.as('designer1', '/processus/voirie.nid-de-poule');
    await page.setViewportSize(NARROW);
    const region = page.getByRole('region', { name: 'Schéma du circuit' });
    const drawn = region.locator('svg');
    const { shown, natural } = await drawn.evaluate((svg) => ({
      shown: svg.getBoundingClientRect().width,
      natural: (svg as SVGSVGElement).viewBox.baseVal.width,
    }));
    expect(shown).toBe(natural);
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.pv-diagram')?.scrollLeft ?? 0) > 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'processus-320');
    await page.context().close();
  });
});

describe('what is read', () => {
  it('is the answers of the form as much as its questions, beside a list too', async () => {
    const { caseId } = await aPothole(hall);
    const page = await console_.as('ambassadrice1', `/attente?apercu=${caseId}`);
    // The narrowest window that has the pane beside the list.
    await page.setViewportSize({ width: 960, height: 900 });
    const answers = page.getByRole('complementary').or(page.locator('.pv-peek')).locator('.pv-answers').first();
    await answers.waitFor();
    const { whole, question, answer } = await answers.evaluate((list) => ({
      whole: list.clientWidth,
      question: Math.max(...[...list.querySelectorAll('dt')].map((one) => one.clientWidth)),
      answer: Math.max(...[...list.querySelectorAll('dd')].map((one) => one.clientWidth)),
    }));
    expect(question).toBeLessThan(whole * 0.55);
    expect(answer).toBeGreaterThan(whole * 0.4);
    await page.context().close();
  });

  it('is the whole name of an organisation in the choices of the calendar', async () => {
    const page = await console_.as('admin', '/reglages/calendrier');
    for (const name of ['Chez', 'Organisation']) {
      const field = page.getByRole('combobox', { name, exact: true });
      await field.click();
      await page.getByRole('option', { name: 'CCAS de Valmont-sur-Marne' }).click();
      const { needs, has } = await field.evaluate((input) => ({ needs: input.scrollWidth, has: input.clientWidth }));
      expect([name, needs]).toEqual([name, has]);
    }
    await page.context().close();
  });

  it('says where the next work is, when one has none left', async () => {
    const page = await console_.as('referent.culture', '/taches');
    await page.getByText('Aucune tâche. Tout est à jour.').waitFor();
    await hall.rows(
      `INSERT INTO tasks (id, case_id, kind, role, organisation, department, team, sector, sensitive, process_id, opened_at)
       SELECT c.case_id || '.t99', c.case_id, 'giveOpinion', 'referent', 'ville', t.department, t.id, 'general', false, c.process_id, now()
       FROM case_files c, teams t WHERE t.id LIKE 'culture.%' LIMIT 1 RETURNING id`,
    );
    await page.reload();
    await page.getByRole('link', { name: /tâche attend dans votre équipe|tâches attendent dans votre équipe/ }).click();
    await page.waitForURL(/equipe=oui/);
    await hall.rows(`DELETE FROM tasks WHERE id LIKE '%.t99' RETURNING id`);
    await page.context().close();
  });
});
