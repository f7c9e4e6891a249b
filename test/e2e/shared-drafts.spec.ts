import { randomUUID } from 'node:crypto';
import { call } from '../support/desk.js';
import { axeFindings, picture } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

describe('a draft', () => {
  it('is handed to one colleague, who finds it among theirs, and taken back', async () => {
    const author = await hall.as('ambassadrice1');
    const title = `Note ${randomUUID()}`;
    const { body: made } = await call<{ id: string; version: number }>(author, 'POST /drafts', {
      body: { kind: 'other', title, body: { key: `share:${title}` } },
    });
    const [colleague] = await hall.rows<Person>(
      `SELECT p.id, p.login, p.first_name || ' ' || p.last_name AS name FROM people p JOIN person_roles r ON r.person_id = p.id
       WHERE r.role = 'ambassador' AND p.active AND p.login <> 'ambassadrice1' ORDER BY p.login LIMIT 1`,
    );
    const { login = '', name = '' } = colleague ?? {};
    const page = await console_.as('ambassadrice1', '/brouillons');
    const row = page.getByRole('listitem').filter({ hasText: title });
    await row.getByRole('button', { name: /^Confier…/ }).click();
    await page.getByRole('menuitem', { name: 'À un collègue…' }).click();
    await row.getByRole('combobox', { name: 'Confier à' }).fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await row.getByText(`confié à ${name}`).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'brouillon-confie');
    const theirs = await console_.as(login, '/brouillons');
    await theirs
      .getByRole('listitem')
      .filter({ hasText: title })
      .getByText(/Grandseille/)
      .waitFor();
    await row.getByRole('button', { name: /^Ne plus partager/ }).click();
    await row.getByRole('button', { name: /^Confier…/ }).waitFor();
    await theirs.reload();
    await theirs.getByRole('heading', { name: 'Mes brouillons' }).waitFor();
    await theirs.getByText(title).waitFor({ state: 'detached' });
    const { body: now } = await call<{ version: number }>(author, `GET /drafts/${made.id}`);
    await call(author, `DELETE /drafts/${made.id}`, { headers: { 'if-match': `"${String(now.version)}"` } });
    await page.context().close();
    await theirs.context().close();
  });
});
