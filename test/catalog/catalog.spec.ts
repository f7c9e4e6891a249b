import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkCatalog } from '../../scripts/catalog/check/check-catalog.js';
import { countsTable, writtenCounts } from '../../scripts/catalog/catalog-counts.js';
import { newProcessFiles } from '../../scripts/catalog/new-process/new-process-files.js';
import { TRIAL_WORDS } from '../../scripts/catalog/check/reply-trials.js';
import { exampleVariables } from '../../src/letters/example-variables.js';
import { REPLY_SECTIONS, SCHEMA_VERSION } from '../../domain/process/process-definition.js';
import { UNQUALIFIED_PROCESS } from '../../domain/process/process-ref.js';
import { replyPreviews } from '../../src/design/example-case.js';
import { blocksToText } from '../../src/letters/blocks/block-text.js';
import { parseMarkdown } from '../../src/letters/blocks/parse-markdown.js';
import { renderReplyTemplate } from '../../src/letters/reply-template.js';
import { printFault } from '../../src/catalog/catalog-fault.js';
import { loadCatalog } from '../../src/catalog/load-catalog.js';
import { processDiagram } from '../../src/catalog/process-diagram.js';
import { AS_WRITTEN } from '../../src/catalog/process-names.js';
import { processWords } from '../../src/catalog/process-words.js';
import { readTown } from '../../src/town/read-town.js';

const catalogDir = path.resolve('process-catalog');
const catalog = loadCatalog(catalogDir);
const definitions = [...catalog.definitions.values()];
const town = readTown(path.resolve('town/demo'));
const numbers = new Map(town.phoneNumbers.map((phone) => [phone.key, phone]));
const cases = definitions.map((loaded) => [loaded.definition.id, loaded] as const);

describe('the catalogue', () => {
  it('says in its README how many processes and téléservices each theme has', () => {
    expect(writtenCounts(catalogDir)).toBe(countsTable(catalog));
  });

  it('has at least 190 téléservices, and some of each of the five kinds', () => {
    const kinds = definitions.flatMap(({ definition }) => definition.teleservice?.kind ?? []);
    expect(kinds.length).toBeGreaterThanOrEqual(190);
    expect([...new Set(kinds)].sort()).toEqual([
      'download',
      'form',
      'information',
      'internalApplication',
      'redirection',
    ]);
  });

  it('passes its own check', () => {
    const { faults } = checkCatalog({ catalogDir, townDir: path.resolve('town/demo'), withLock: true });
    expect(faults.filter(({ severity }) => severity === 'error').map((fault) => printFault(fault))).toEqual([]);
  });

  it('never sends to the administrative court, after a silence, someone whose remedy is elsewhere', () => {
    const rejecting = definitions.filter(({ definition: { clocks } }) =>
      clocks.some(({ silenceMeans }) => silenceMeans === 'rejection'),
    );
    const elsewhere = rejecting.flatMap(({ definition: { id, replies } }) =>
      [replies, ...(replies.remediesByAnswer ?? [])]
        .filter(({ appealNotice = '{{ tribunal }}' }) => !appealNotice.includes('{{ tribunal }}'))
        .map(({ remedyOfSilence }) => ({ id, remedyOfSilence })),
    );
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.filter(({ remedyOfSilence }) => remedyOfSilence === undefined)).toEqual([]);
  });

  it('has the same schema version in the schema and in the code', () => {
    const text = readFileSync(path.join(catalogDir, 'schema/process.schema.json'), 'utf8');
    const schema = JSON.parse(text) as { readonly schemaVersion: number };
    expect(schema.schemaVersion).toBe(SCHEMA_VERSION);
  });

  it('holds the process of requests that come without one, served by ambassadors', () => {
    const unqualified = catalog.definitions.get(UNQUALIFIED_PROCESS);
    expect(unqualified?.runnable.steps[0]).toMatchObject({ kind: 'qualification' });
  });

  it.each(cases)('%s travels without a text that people read', (_id, { runnable, definition, hash }) => {
    const travelling = JSON.stringify(runnable);
    const texts = [
      definition.title,
      definition.audience,
      ...definition.script.say,
      ...definition.form.fields.map(({ label }) => label),
    ];
    expect(texts.filter((text) => travelling.includes(JSON.stringify(text)))).toEqual([]);
    expect(runnable).toMatchObject({ processId: definition.id, version: definition.version, hash });
  });

  it.each(cases)('%s answers with a letter that can be read', (_id, { definition }) => {
    for (const section of REPLY_SECTIONS) {
      const template = definition.replies.sections[section];
      if (template === undefined) continue;
      const letter = blocksToText(
        parseMarkdown(renderReplyTemplate(template, exampleVariables(definition, section, TRIAL_WORDS))),
      );
      expect(letter).toMatch(/\p{L}{3,}.*[.:]/u);
      expect(letter).not.toMatch(/\{\{|\{%|undefined|\( ?\)/);
    }
  });

  it.each(cases)('%s says nothing twice running once the town has filled its letters', (_id, { definition }) => {
    const sheet = town.organisations.find(({ id }) => id === definition.organisation);
    if (sheet === undefined) throw new Error(`No sheet for ${definition.organisation}`);
    const twice = /(\p{L}{4,}\s\p{L}{4,})\s(?:\p{L}+\s)?\1/u;
    const letters = replyPreviews(definition, { sheet, telephones: numbers }).map(({ text }) => text);
    expect(letters.flatMap((text) => twice.exec(text)?.[0] ?? [])).toEqual([]);
    expect(letters.filter((text) => /\{\{|undefined/.test(text))).toEqual([]);
  });

  it.each(cases)('%s can be shown in words and drawn without colour', (_id, { definition }) => {
    const svg = processDiagram(definition, AS_WRITTEN, ['Promesse : demain']);
    expect(svg).toContain(`<desc id="d">`);
    const [, width = '0'] = /<svg [^>]*width="(\d+)"/.exec(svg) ?? [];
    expect(Number(width)).toBeGreaterThan(10 * definition.title.length);
    expect(
      [...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]+)"/g)]
        .map(([, colour]) => colour)
        .filter((c) => c !== '#000' && c !== '#fff'),
    ).toEqual([]);
    expect(processWords(definition, AS_WRITTEN).map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['En bref', 'À dire', 'Étapes', 'Délais']),
    );
  });
});

describe('a new process', () => {
  it('starts with what the catalogue needs, and every text marked as to be written', () => {
    const files = newProcessFiles(
      {
        id: 'voirie.essai',
        title: 'Demander : un essai',
        nature: 'procedure',
        organisation: 'ville',
        department: 'voirie',
        promiseDays: '10',
        signedBy: 'dgs',
        sensitive: false,
      },
      {
        habits: { chain: 'chef', chainRoles: ['headOfDepartment'], byQuartier: false, silence: 'silence-rejet' },
        neighbours: ['voirie.nid-de-poule'],
        today: '2026-11-25',
        texts: {},
      },
    );
    expect(files.definition.path).toBe('processes/voirie/essai.yaml');
    expect(files.definition.content).toContain('title: "Demander : un essai"');
    expect(files.definition.content).toContain('{ kind: endorsement, chain: chef }\n  - { kind: signature, by: dgs }');
    expect(files.definition.content).toContain('seeAlso: [voirie.nid-de-poule]');
    expect(files.reply.content).toContain('À écrire');
    expect(files.scenario.content).toContain('process: voirie.essai');
    expect(files.scenario.content).toContain('headOfDepartment: endorses');
  });
});
