import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTinyApi, type TinyApi } from '../../test/support/tiny-api.js';

let api: TinyApi;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-console-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Parvis</title>');
  await writeFile(path.join(folder, 'parvis.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(folder, 'assets', 'app-1a2b.js'), 'void 0;');
  api = await startTinyApi({ env: { CONSOLE_DIR: folder } });
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const asPage = { headers: { accept: 'text/html,*/*;q=0.8' } };

describe('the screens', () => {
  it('answer at every address that a screen owns', async () => {
    for (const address of ['/', '/corbeille', '/dossiers/D-2026-00421?onglet=journal', '/taches/01a2-7b.t1']) {
      const response = await api.browser().ask(address, asPage);
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<title>Parvis')]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('load what never changes once', async () => {
    const response = await api.browser().ask('/assets/app-1a2b.js');
    expect(response.headers.get('content-type')).toContain('javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('have their image beside the page', async () => {
    const response = await api.browser().ask('/parvis.svg');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });

  it('never hide a missing file, nor a fault of the API', async () => {
    for (const address of ['/assets/disparu.js', '/api/v1/nulle-part', '/auth/nulle-part']) {
      const response = await api.browser().ask(address, asPage);
      expect([address, response.status]).toEqual([address, 404]);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});
