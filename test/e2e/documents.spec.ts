/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { aPothole } from '../support/desk.js';
import { axeFindings, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { calcFileOf, pdfOf, photographTakenAt, wordFileOf } from '../support/files.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

async function documentsOf(caseId: string, login = 'ambassadrice1'): Promise<Page> {
  const desk = await console_.as(login, `/dossiers/${caseId}?onglet=documents`);
  await desk.getByText('ou déposez-le sur cette page').waitFor();
  return desk;
}

describe('a document of many pages', () => {
  it('is gone through by its pages in small, and its words are found', async () => {
    const { caseId } = await aPothole(hall);
    const desk = await documentsOf(caseId);
    const lines = Array.from({ length: 12 }, (_, index) =>
      index === 6 ? 'La chaussée est défoncée, devis joint' : `Page ${String(index + 1)} du rapport`,
    );
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'rapport.pdf', mimeType: 'application/pdf', buffer: await pdfOf(lines) });
    await desk.getByRole('button', { name: 'rapport.pdf', exact: true }).click();
    await desk.getByText(/Page\s1\ssur\s12/).waitFor();
    const strip = desk.getByRole('navigation', { name: 'Pages du document' });
    const drawn = (): Promise<number> =>
      strip
        .locator('canvas')
        .evaluateAll((all) => all.filter((one) => (one as HTMLCanvasElement).width !== 300).length);
    await expectSome(drawn);
    expect(await drawn()).toBeLessThan(12);

    await strip.getByRole('button', { name: 'Page 1', exact: true }).focus();
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('ArrowDown');
    await desk.keyboard.press('Enter');
    await desk.getByText(/Page\s3\ssur\s12/).waitFor();
    expect(await strip.locator('[aria-current=page]').innerText()).toBe('3');

    await desk.getByRole('searchbox', { name: 'Chercher dans le document' }).fill('DEFONCEE');
    await desk.getByText(/1\ssur\s1\soccurrence/).waitFor();
    await desk.getByText(/Page\s7\ssur\s12/).waitFor();
    await desk.getByRole('searchbox', { name: 'Chercher dans le document' }).fill('du rapport');
    await desk.getByText(/1\ssur\s11\soccurrences/).waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByText(/2\ssur\s11\soccurrences/).waitFor();
    await desk.keyboard.press('Shift+Enter');
    await desk.keyboard.press('Shift+Enter');
    await desk.getByText(/11\ssur\s11\soccurrences/).waitFor();
    await desk.getByText(/Page\s12\ssur\s12/).waitFor();
    await desk.getByRole('searchbox', { name: 'Chercher dans le document' }).fill('introuvable');
    await desk.getByText('Introuvable dans ce document.').waitFor();
    await desk.getByRole('button', { name: 'Tourner' }).click();
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'document-pages');

    await desk.setViewportSize(NARROW);
    await desk.emulateMedia({ colorScheme: 'dark' });
    expect(await overflowsSideways(desk)).toBe(false);
    expect(await axeFindings(desk)).toEqual([]);
    await desk.locator('.pv-pdf').scrollIntoViewIfNeeded();
    await picture(desk, 'document-pages-320');
  });
});

describe('a document without pages', () => {
  it('is read where it is plain text, however it was written', async () => {
    const { caseId } = await aPothole(hall);
    const desk = await documentsOf(caseId);
    await desk.locator('input[type=file]').setInputFiles({
      name: 'ancien.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Relevé de la chaussée', 'latin1'),
    });
    await desk.getByRole('button', { name: 'ancien.txt', exact: true }).click();
    await desk.getByText('Relevé de la chaussée').waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'document-texte');
  });

  it('is read where it is an office file: its words and its tables, as words', async () => {
    const { caseId } = await aPothole(hall);
    const desk = await documentsOf(caseId);
    await desk.locator('input[type=file]').setInputFiles([
      {
        name: 'courrier.docx',
        mimeType: '',
        buffer: wordFileOf('Ma demande', 'Le trou est &lt;b&gt;grand&lt;/b&gt;.', ['Pneu', '120 €']),
      },
      {
        name: 'budget.ods',
        mimeType: '',
        buffer: calcFileOf('Dépenses', [
          ['Poste', '', 'Total'],
          ['Pneu', '', '120'],
        ]),
      },
    ]);
    await desk.getByRole('button', { name: 'courrier.docx', exact: true }).click();
    const text = desk.getByRole('region', { name: 'Texte : courrier.docx' });
    await text.getByText('Ma demande').waitFor();
    expect(await text.getByText('Le trou est <b>grand</b>.').count()).toBe(1);
    expect(await text.getByRole('cell').allInnerTexts()).toEqual(['Pneu', '120 €']);
    expect(await axeFindings(desk)).toEqual([]);
    await picture(desk, 'document-bureautique');

    await desk.getByRole('button', { name: 'budget.ods', exact: true }).click();
    const sheet = desk.getByRole('region', { name: 'Texte : budget.ods' });
    await sheet.getByText('Dépenses').waitFor();
    expect(await sheet.getByRole('row').first().getByRole('cell').allInnerTexts()).toEqual(['Poste', '', 'Total']);
    const original = desk.getByRole('link', { name: 'Télécharger l’original' });
    const [taken] = await Promise.all([desk.waitForEvent('download'), original.click()]);
    expect(taken.suggestedFilename()).toBe('budget.ods');
    await desk.setViewportSize(NARROW);
    await desk.emulateMedia({ colorScheme: 'dark' });
    expect(await overflowsSideways(desk)).toBe(false);
    expect(await axeFindings(desk)).toEqual([]);
  });

  it('says that an office file is damaged, and gives the original', async () => {
    const { caseId } = await aPothole(hall);
    const desk = await documentsOf(caseId);
    const whole = calcFileOf('Dépenses', [['Pneu']]);
    await desk
      .locator('input[type=file]')
      .setInputFiles({ name: 'coupe.ods', mimeType: '', buffer: whole.subarray(0, whole.length - 60) });
    await desk.getByRole('button', { name: 'coupe.ods', exact: true }).click();
    await desk.getByText('Ce fichier n’a pas pu être lu ici.').waitFor();
    await desk.getByRole('link', { name: 'Télécharger l’original' }).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
  });
});

describe('a photograph', () => {
  it('offers the place where it was taken for the request that is being written, and is shown in small on its case', async () => {
    const desk = await console_.as('ambassadrice1', '/file');
    await desk.keyboard.press('c');
    await desk.getByLabel('Ce que dit l’usager').fill('y a un trou dans la route');
    await desk.getByRole('radio', { name: /nid-de-poule/ }).check();
    const buffer = await photographTakenAt(48.96, 4.37);
    await desk.locator('input[type=file]').setInputFiles({ name: 'trou.jpg', mimeType: 'image/jpeg', buffer });
    await desk.getByText(/La photo trou\.jpg a été prise à 48,96000\s; 4,37000, quartier Centre-Halles/).waitFor();
    expect(await axeFindings(desk)).toEqual([]);
    await desk.getByText(/La photo trou\.jpg/).scrollIntoViewIfNeeded();
    await picture(desk, 'photo-lieu');
    await desk.getByRole('button', { name: 'Utiliser ce lieu' }).click();
    const place = desk.getByRole('combobox', { name: /Adresse ou lieu/ });
    expect(await place.inputValue()).toBe('Lieu de la photo, quartier Centre-Halles');
    await place.fill('12 rue du Beffroi-Penché');
    await desk
      .getByRole('option', { name: /Beffroi-Penché/ })
      .first()
      .click();
    await desk.getByText('Noté avec le lieu').waitFor();
    await desk.getByRole('radio', { name: 'Non', exact: true }).first().check();
    await desk.getByRole('radio', { name: 'Voie des voitures' }).check();
    const asked = desk.waitForRequest((request) => request.url().endsWith('/api/v1/requests'));
    await desk.keyboard.press('Control+Enter');
    const { answers } = (await asked).postDataJSON() as { answers: { lieu: Record<string, unknown> } };
    expect(answers.lieu).toMatchObject({ label: '12 Rue du Beffroi-Penché', quartier: 'centre-halles' });
    expect(answers.lieu['latitude']).toBeCloseTo(48.96, 5);
    const answer = (await (await asked).response())?.json() as Promise<{ caseId: string }>;
    const page = await documentsOf((await answer).caseId);
    const small = page.locator('.pv-document-thumbnail');
    await small.waitFor();
    await page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('.pv-document-thumbnail')?.naturalHeight ?? 0) > 0,
    );
    expect(
      await small.evaluate((one) => [(one as HTMLImageElement).naturalWidth, (one as HTMLImageElement).naturalHeight]),
    ).toEqual([40, 60]);
    await page.getByText(/prise à 48,96000\s; 4,37000/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'photo-vignette');
  });
});

/** Waits until there is at least one. */
async function expectSome(counted: () => Promise<number>): Promise<void> {
  for (let tried = 0; tried < 50 && (await counted()) === 0; tried += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await counted()).toBeGreaterThan(0);
}
