import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { call } from '../support/desk.js';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';

/** Nobody else of the tier asks for it: a version of it may come and go. */
const PROCESS = 'jeunesse.skatepark-city';
const FILE = path.join('processes', 'jeunesse', 'skatepark-city.yaml');

const console_ = new Console();
const hall = runningTownHall();
const catalog = mkdtempSync(path.join(os.tmpdir(), 'parvis-next-catalog-'));

afterAll(async () => {
  await hall.rows('DELETE FROM process_versions WHERE process_id = $1 AND version = 2', [PROCESS]);
  await hall.rows('UPDATE process_versions SET current = true WHERE process_id = $1', [PROCESS]);
  rmSync(catalog, { recursive: true, force: true });
  await console_.close();
  await hall.close();
});

/** Publishes the catalogue with a longer promise for one process, as a town does: the command, on files that changed. */
async function publishLongerPromise(): Promise<string> {
  cpSync(runningProduct().env['CATALOG_DIR'] ?? 'process-catalog', catalog, { recursive: true });
  const file = path.join(catalog, FILE);
  const before = readFileSync(file, 'utf8');
  const after = before
    .replace(/^version: 1$/m, 'version: 2')
    .replace(/promise: \d+ workingDays/, 'promise: 20 workingDays');
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  const env = { ...process.env, ...runningProduct().env, CATALOG_DIR: catalog };
  const { stderr } = await promisify(execFile)(process.execPath, ['dist/src/cli/catalog-load.js'], { env });
  return stderr;
}

describe('a play kept as a trial', () => {
  it('is replayed when another version is published, and says at which moment it parts', async () => {
    const name = `Sans nouvelle pendant trois jours ${randomUUID().slice(0, 8)}`;
    const page = await console_.as('designer1', `/processus/${PROCESS}/banc`);
    await page.getByRole('button', { name: /\+ 3\sjours ouvrés/ }).click();
    await page.getByLabel('Ce que montre cet essai').fill(name);
    await page.getByRole('button', { name: 'Garder comme essai' }).click();
    await page
      .getByText(/Essai gardé/)
      .first()
      .waitFor();

    expect(await publishLongerPromise()).toMatch(/ne donnent plus le même résultat/);

    await console_.go(page, `/processus/${PROCESS}?vue=essais`);
    const trial = page.getByRole('article').filter({ hasText: name });
    await trial.getByText(/Résultat différent sur la version\s2/).waitFor();
    await trial.getByText(/Moment\s1, «\sLa demande arrive\s»\s: .*échéance attendue le/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'essai-different');
    await page.setViewportSize(NARROW);
    expect(await overflowsSideways(page)).toBe(false);
    await trial.getByRole('button', { name: 'Attendre ce nouveau résultat' }).click();
    await trial.getByText(/Même résultat sur la version\s2/).waitFor();
    const { body } = await call<readonly { id: string; name: string }[]>(
      await hall.as('designer1'),
      `GET /processes/${PROCESS}/trials`,
    );
    for (const { id } of body) await call(await hall.as('designer1'), `DELETE /trials/${id}`);
  });
});
