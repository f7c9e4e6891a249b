import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startStack } from '../../scripts/stack/product.mjs';
import { prepareProduct } from '../../scripts/stack/stack-parts.mjs';
import { TownHall } from '../support/town-hall.js';

type Stack = Awaited<ReturnType<typeof startStack>>;

const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-refused-catalog-'));
const file = path.join(folder, 'processes', 'voirie', 'nid-de-poule.yaml');

describe('a catalogue that refuses to load', () => {
  const said: string[] = [];
  let stack: Stack;
  let sound: string;

  beforeAll(async () => {
    cpSync('process-catalog', folder, { recursive: true });
    sound = readFileSync(file, 'utf8');
    stack = await startStack({
      parts: ['postgres', 'temporal'],
      env: { CATALOG_DIR: folder },
      steps: { run: (_label, work) => work(() => undefined), say: (text) => void said.push(text) },
    });
  });
  afterAll(async () => {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stops the start of a town that has none yet', async () => {
    writeFileSync(file, sound.replace(/^title:.*$/m, 'title: 12'));
    await expect(prepareProduct(stack, true)).rejects.toThrow(/catalog-load/);
  });

  it('is shown, and a town goes on with what was published', async () => {
    writeFileSync(file, sound);
    await prepareProduct(stack, true);
    expect(said).toEqual([]);
    writeFileSync(file, sound.replace('y a un trou dans la route', 'y a un gros trou dans la route'));
    await prepareProduct(stack, true);
    expect(said.join('\n')).toMatch(/nid-de-poule : la version 1 est déjà publiée .*continue avec les démarches/su);
  });

  it('names the department that was closed, for a new version only', async () => {
    const town = new TownHall('', stack.urls.database);
    await town.rows(`UPDATE departments SET closed_on = '2026-11-20' WHERE id = 'voirie'`);
    await town.close();
    writeFileSync(file, sound);
    said.length = 0;
    await prepareProduct(stack, true);
    expect(said).toEqual([]);
    writeFileSync(file, sound.replace(/^version: 1$/m, 'version: 2'));
    await prepareProduct(stack, true);
    expect(said.join('\n')).toMatch(
      /nid-de-poule : le service « Voirie » \(voirie\) est fermé depuis le vendredi 20 novembre 2026\..*continue avec les démarches/su,
    );
  });
});
