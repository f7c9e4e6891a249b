import { printFault } from './catalog-fault.js';
import { yamlFaults } from './yaml-faults.js';
import { readYaml } from './yaml-file.js';

const faultsOf = (text: string): readonly string[] =>
  yamlFaults(readYaml('processes/voirie/exemple.yaml', text)).map((fault) => printFault(fault));

/** A fiche of a few lines, with one that goes wrong. */
function sheet(line: string): string {
  return `title: Un exemple\nphrasings:\n  - c'est cassé\n${line}\nneeded:\n  - Une photo\nsteps:\n  - { kind: answer }\n`;
}

describe('what YAML does not read as it was meant', () => {
  it.each([
    ['two points in a text', 'audience: Tous : habitants ou non', 'audience: "Tous : habitants ou non"', '« : » coupe'],
    [
      'two points between braces',
      '  - { ask: Où est-ce : quelle rue ?, field: lieu }',
      '  - { ask: "Où est-ce : quelle rue ?", field: lieu }',
      '« : » coupe',
    ],
    [
      'a question followed by two points between braces',
      '  - { ask: Un danger ? : une chute, field: lieu }',
      '  - { ask: "Un danger ? : une chute", field: lieu }',
      '« : » coupe',
    ],
    ['a mark of question first', '  - { ask: ? où, field: lieu }', '  - { ask: "? où", field: lieu }', 'un signe'],
    ['a number sign', '  - le mât #12 clignote', '  - "le mât #12 clignote"', 'commentaire'],
    [
      'a number sign between braces',
      '  - { ask: le mât #12 est cassé, field: lieu }',
      '  - { ask: "le mât #12 est cassé", field: lieu }',
      'commentaire',
    ],
    ['a tabulation', '\t- ça clignote', '  - ça clignote', 'tabulation'],
    ['words after quotes', '  - "ça va" dit-il', `  - '"ça va" dit-il'`, 'guillemets'],
    ['an apostrophe between apostrophes', "  - 'j'ai un trou'", `  - "j'ai un trou"`, 'guillemets'],
    ['a quote that is not closed', "  - 'y a un trou", '  - "y a un trou"', 'guillemets'],
    ['a star', '  - *truc', '  - "*truc"', 'un signe'],
    ['an at sign', '  - @mairie y a un trou', '  - "@mairie y a un trou"', 'un signe'],
    ['a mark that is swallowed', '  - &truc a', '  - "&truc a"', 'un signe'],
    ['brackets', '  - [urgent] un trou', '  - "[urgent] un trou"', 'crochets'],
  ])('%s: the line to paste is printed', (_what, written, mended, because) => {
    const [fault = '', ...others] = faultsOf(sheet(written));
    expect(others).toEqual([]);
    expect(fault).toContain(`exemple.yaml:4: `);
    expect(fault).toContain(because);
    expect(fault.split('\n').at(-1)).toBe(mended);
    expect(faultsOf(sheet(mended))).toEqual([]);
  });

  it('prints nothing to paste where no way of writing the line was found', () => {
    const faults = faultsOf('say:\n  - un\n - deux\n');
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain('à coller');
  });

  it('leaves remarks where no text is cut', () => {
    const text = '# en tête\nclocks:\n  - { promise: 10 workingDays } # ou deux\n# au milieu\nversion: 1 # toujours\n';
    expect(faultsOf(text)).toEqual([]);
  });
});
