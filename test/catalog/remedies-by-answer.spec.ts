import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { typeset } from '../../domain/text/french-typography.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { AS_WRITTEN } from '../../src/catalog/process-names.js';
import { compareProcesses } from '../../src/design/compare-processes.js';
import { replyPreviews } from '../../src/design/example-case.js';
import { fillRemedy, remediesFor } from '../../src/letters/remedies.js';
import { readTown } from '../../src/town/read-town.js';
import type { OrganisationSheet } from '../../src/town/town.js';
import { writeCatalog } from './fixture-catalog.js';

const town = readTown(path.resolve('town/demo'));
const REFUSED = '# answered\nVoici notre réponse.\n\n{{ texte }}\n\n# refused\nNon : {{ motif }}.\n\n{{ texte }}\n';
const BY_ANSWER = {
  byAnswer: [{ when: { field: 'etat', equals: 'use' }, use: 'recours-titre-recettes' }],
  otherwise: 'recours',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-remedies-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function definitionWith(appeal: unknown): ProcessDefinition {
  writeCatalog(folder, { set: { '/appeal': appeal }, reply: REFUSED });
  const definition = loadCatalog(folder).definitions.get('voirie.exemple')?.definition;
  if (definition === undefined) throw new Error('The definition did not load');
  return definition;
}

const sheetOf = ({ organisation }: ProcessDefinition): OrganisationSheet => {
  const sheet = town.organisations.find(({ id }) => id === organisation);
  if (sheet === undefined) throw new Error(`No sheet for ${organisation}`);
  return sheet;
};

describe('remedies that hang on an answer', () => {
  it('tells each citizen those of the act that was asked for, when refused and when left without an answer', () => {
    const definition = definitionWith(BY_ANSWER);
    const { appealNotice = '', remedyOfSilence } = remediesFor(definition.replies, { etat: 'use' });
    expect(appealNotice).toContain('titre de recettes');
    expect(remedyOfSilence).toContain('titre');
    const other = remediesFor(definition.replies, { etat: 'casse' });
    expect(fillRemedy(other.appealNotice ?? '', sheetOf(definition))).toContain('tribunal administratif de ');
    expect(other.remedyOfSilence).toBeUndefined();
  });

  it('shows them all to whoever reads the letters of a process, each with its answer', () => {
    const definition = definitionWith(BY_ANSWER);
    const previews = replyPreviews(definition, { sheet: sheetOf(definition), telephones: new Map() });
    const refused = previews.find(({ section }) => section === 'refused')?.text ?? '';
    expect(refused).toMatch(/Voies et délais de recours, si la réponse à «\sÉtat\s» est «\sUsé\s»/);
    expect(refused).toContain('Voies et délais de recours, sinon');
  });

  it('tells a designer that the remedies of one answer changed, and nothing else', () => {
    const before = definitionWith({ ...BY_ANSWER, byAnswer: [{ ...BY_ANSWER.byAnswer[0], use: 'recours-cada' }] });
    const now = definitionWith(BY_ANSWER);
    const changed = compareProcesses(before, now, AS_WRITTEN).filter(({ changed: lines }) => lines > 0);
    expect(changed.map(({ heading }) => heading)).toEqual([
      typeset('Courrier : voies de recours, si la réponse à « État » est « Usé »'),
      typeset('Accusé de réception : en cas de silence, si la réponse à « État » est « Usé »'),
    ]);
  });
});
