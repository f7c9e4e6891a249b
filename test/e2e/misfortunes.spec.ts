/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openConsole } from '../support/open-console.js';
import type { Form } from './misfortunes/form.js';
import { Ground } from './misfortunes/ground.js';
import { NOTHING_TYPED, TRIED_ELSEWHERE } from './misfortunes/elsewhere.js';
import { Journey } from './misfortunes/journey.js';
import { FORMS } from './misfortunes/table.js';

const { console_, hall } = openConsole();
const ground = new Ground(console_, hall);

/** A draft kept opens its form again: neither those of other trials here, nor these there. */
async function dropDrafts(): Promise<void> {
  for (const login of new Set(FORMS.map((form) => form.login))) await ground.dropDrafts(login);
}

beforeAll(dropDrafts);
afterAll(dropDrafts);

async function lived(form: Form, how: (journey: Journey) => Promise<void>): Promise<void> {
  const journey = await Journey.of(ground, form, `Écrit ${randomUUID().slice(0, 8)}`);
  try {
    await journey.begin();
    await how(journey);
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : ''}\nOn the screen: ${await journey.sayings()}`, {
      cause: fault,
    });
  } finally {
    await journey.end();
  }
}

/** The files of the console in which that stands. */
function filesWith(words: RegExp): readonly string[] {
  const root = path.resolve('console/src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^(api|drafts)\//.test(file))
    .filter((file) => words.test(readFileSync(path.join(root, file), 'utf8')))
    .sort();
}

describe('the table of what is written', () => {
  it('has a row or a reason for each form that keeps a draft, and for each act under a key', () => {
    const known = [...FORMS.map(({ file }) => file), ...Object.keys(TRIED_ELSEWHERE)];
    expect([...new Set(known)].sort()).toEqual(filesWith(/\buse(Form)?Draft[<(]/));
    expect(Object.keys(NOTHING_TYPED).sort()).toEqual(filesWith(/\b(useIntention|newKey)\(/));
  });
});

describe('what is written in the console, whatever befalls', () => {
  it.each(FORMS)('is kept, and is done once: $name', async (form) => {
    await lived(form, (journey) => journey.live());
  });

  it.each(FORMS.filter(({ not }) => not.colleague === undefined))(
    'is not lost to a colleague who was faster: $name',
    async (form) => {
      await lived(form, (journey) => journey.meetColleague());
    },
  );
});

describe('many tabs of one person', () => {
  it('leave a seventh that answers: only the tab that is looked at listens to the server', async () => {
    const page = await console_.as('ambassadrice2', '/absences');
    const context = page.context();
    await page.close();
    for (let tab = 0; tab < 6; tab += 1) {
      const behind = await context.newPage();
      await behind.addInitScript(() => {
        Object.defineProperty(document, 'hidden', { get: () => true });
      });
      await console_.go(behind, '/absences');
    }
    const seventh = await context.newPage();
    await console_.go(seventh, '/absences');
    await seventh.getByRole('button', { name: 'Enregistrer l’absence' }).waitFor();
    await context.close();
  });
});
