import { readFileSync } from 'node:fs';
import path from 'node:path';
import { printFault } from './catalog-fault.js';
import { readSchemas, schemaFaults } from './catalog-schema.js';
import { readYaml } from './yaml-file.js';

const { process: validate } = readSchemas(path.resolve('process-catalog'));
const sound = readFileSync(path.resolve('test/catalog/sound.yaml'), 'utf8');

/** The faults of the sound definition with one line written otherwise. */
function faultsWith(line: string, instead: string): readonly string[] {
  expect(sound).toContain(line);
  const yaml = readYaml('processes/voirie/exemple.yaml', sound.replace(line, instead));
  return schemaFaults(validate, yaml).map((fault) => printFault(fault));
}

describe('a text that YAML reads as something else', () => {
  it.each([
    [
      "  - c'est tout cassé devant chez nous",
      '  - la rue : tout est cassé',
      '  - "la rue : tout est cassé"',
      '« : » coupe',
    ],
    ["  - c'est tout cassé devant chez nous", '  - 2026', '  - "2026"', 'autre chose qu’un texte'],
    ["  - c'est tout cassé devant chez nous", '  - [cassé]', '  - "[cassé]"', 'crochets'],
    [
      "    - { ask: 'Y a-t-il un danger tout de suite ?', field: danger }",
      '    - { ask: Un danger, et lequel ?, field: danger }',
      '    - { ask: "Un danger, et lequel ?", field: danger }',
      'la virgule finit le texte',
    ],
  ])('%s', (line, instead, mended, because) => {
    const [fault = '', ...others] = faultsWith(line, instead);
    expect(others).toEqual([]);
    expect(fault).toContain(because);
    expect(fault.split('\n').at(-1)).toBe(mended);
    expect(faultsWith(line, mended)).toEqual([]);
  });

  it('keeps the plain message where no text was meant', () => {
    const [fault] = faultsWith('version: 1', 'version: un');
    expect(fault).toContain('écrire un nombre entier');
    expect(fault).not.toContain('à coller');
  });

  it('names the keys that may stand there', () => {
    const [price] = faultsWith('version: 1', 'version: 1\nprice: gratuit');
    expect(price).toContain('écrire des clés { … } ; celles que l’on connaît là : tariff, note');
    const [unknown] = faultsWith('version: 1', 'version: 1\nprice: { text: gratuit, note: gratuit }');
    expect(unknown).toContain('corriger son nom (tariff, note)');
  });

  it('tells where names are listed when one has letters that no name has', () => {
    const [fault] = faultsWith('number: ville.astreinte', 'number: ville.hygiène');
    expect(fault).toContain('catalog:show -- --list numbers');
  });

  it('says of a key without a value that it is empty', () => {
    const [fault] = faultsWith('audience: Toute personne qui passe par là.', 'audience:');
    expect(fault).toContain('« audience » est vide → écrire ce qui manque, ou retirer cette ligne');
  });

  it('does not take an unknown key for the rest of a text', () => {
    const [fault] = faultsWith('  handOver:', '  handover:');
    expect(fault).not.toContain('à coller');
  });
});
