/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { aPothole, call, type Receipt } from '../support/desk.js';
import { axeFindings, NARROW } from '../support/e2e.js';
import { openConsole } from '../support/open-console.js';

const { console_, hall } = openConsole();

function potholeIn(street: string, email?: string): Promise<Receipt> {
  const answers = { danger: false, emplacement: 'chaussee', lieu: { label: `3 ${street}` } };
  const citizen = { firstName: 'Ali', lastName: 'Essai', ...(email === undefined ? {} : { email }) };
  return aPothole(hall, { answers, ...(email === undefined ? {} : { citizen, replyChannel: 'email' }) });
}

describe('three reports of one thing', () => {
  it('are linked from the suggestions, answered once for all by whoever holds them, and unlinked', async () => {
    const street = `rue du Tilleul ${randomUUID().slice(0, 8)}`;
    const [first, second, third] = [await potholeIn(street), await potholeIn(street), await potholeIn(street)];
    const amb = await console_.as('ambassadrice1', `/dossiers/${third.caseId}?onglet=liens`);
    await amb
      .getByText(/même lieu/)
      .first()
      .waitFor();
    expect(await axeFindings(amb)).toEqual([]);
    await amb.getByRole('button', { name: `C’est un doublon de ${first.caseNumber}` }).click();
    await amb.getByRole('button', { name: `Délier ${first.caseNumber}` }).waitFor();
    const body = { other: first.caseId, kind: 'duplicateOf' };
    await call(await hall.as('ambassadrice1'), `POST /cases/${second.caseId}/links`, { body });

    const [task] = await hall.openTasks(first.caseId);
    const page = await console_.as(await hall.loginOf(task!), `/dossiers/${first.caseId}?onglet=liens`);
    await page.getByLabel('La même réponse pour toutes').fill('Le trou est signalé à l’équipe de la chaussée.');
    await page.getByRole('button', { name: 'Répondre à 3 demandes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Répondre à 3 demandes' }).click();
    await page.getByText('3 réponses données').waitFor();
    for (const { caseId } of [first, second, third]) {
      expect((await hall.openTasks(caseId)).map(({ kind }) => kind)).not.toContain('answer');
    }

    await amb.getByRole('button', { name: `Délier ${first.caseNumber}` }).click();
    await amb.getByRole('dialog').getByRole('button', { name: 'Délier ces deux demandes' }).click();
    await amb.getByText('Aucune demande n’est liée à celle-ci.').waitFor();
    await amb.setViewportSize(NARROW);
    const fits = await amb.locator('.pv-case').evaluate((box) => box.scrollWidth <= window.innerWidth);
    expect(fits).toBe(true);
  });
});

describe('two people on one case', () => {
  it('see each other, and who writes warns the other, before a message leaves for the citizen', async () => {
    const { caseId } = await potholeIn('rue du Port', `ali.${randomUUID().slice(0, 8)}@exemple.fr`);
    const address = `/dossiers/${caseId}?onglet=echanges`;
    const one = await console_.as('ambassadrice1', address);
    const two = await console_.as('ambassadrice2', address);
    await two.getByText(/consulte$/).waitFor();
    await one.getByRole('textbox', { name: 'Message à l’usager' }).fill('Nous passons jeudi.');
    await two.getByText(/rédige sur cette demande en ce moment/).waitFor();
    expect(await axeFindings(two)).toEqual([]);
    await two.getByRole('button', { name: 'Envoyer quand même' }).waitFor();
    await one.getByRole('button', { name: /^Envoyer/ }).click();
    await two.getByText('Nous passons jeudi.').waitFor();
    expect(await axeFindings(one)).toEqual([]);
  });
});
