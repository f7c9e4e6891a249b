import { randomUUID } from 'node:crypto';
import { axeFindings, Console, NARROW, overflowsSideways, picture } from '../support/e2e.js';

const console_ = new Console();

afterAll(() => console_.close());

const HEADER = 'identifiant;prénom;nom;courriel;fonction;rôle;service';

describe('accounts', () => {
  it('come from a file: a bad line is said, the others are applied, and what each may do reads in words', async () => {
    const login = `import.${randomUUID().slice(0, 8)}`;
    const lines = [
      HEADER,
      `${login};Zoé;Clairval;${login}@valmont.example;Référente voirie;référent;Voirie`,
      `${login}.faux;Yann;Clairval;pas-une-adresse;Référent voirie;astronaute;Voirie`,
    ];
    const page = await console_.as('admin', '/reglages/comptes');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'comptes.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
    const preview = page.getByRole('region', { name: 'Aperçu avant confirmation' });
    await preview.getByText(/1\sà créer, 0\sà modifier, 0\sinchangé, 1\srefusé/).waitFor();
    await preview.getByText(/Ligne 3, colonne «\srôle\s»/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, 'comptes-import');
    await preview.getByRole('button', { name: /Appliquer à 1\scompte/ }).click();
    await page
      .getByText(/1\scompte créé/)
      .first()
      .waitFor();

    await page.getByLabel('Chercher une personne').fill(login);
    const row = page.getByRole('row').filter({ hasText: login });
    await row.getByText('jamais').waitFor();
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: `${login}.faux` })
        .count(),
    ).toBe(0);
    await row.getByRole('button', { name: 'Modifier Zoé Clairval' }).click();
    const account = page.getByRole('dialog', { name: 'Compte' });
    await account.getByText('Ce que cette personne voit et peut faire').click();
    await account.getByRole('heading', { name: /Référente ou référent \(Voirie/ }).waitFor();
    await account
      .getByText(/^Dans son périmètre/)
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    await picture(page, 'comptes-droits-320');
    expect(await overflowsSideways(page)).toBe(false);
  });
});
