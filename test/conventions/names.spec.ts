import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { REFUSAL_CODES } from '../../domain/refusals.js';
import { REFUSAL_SENTENCES } from '../../domain/text/refusal-sentences.js';
import { PROBLEM_STATUS } from '../../src/http/problem-status.js';

const root = path.resolve('.');
const CODE = ['domain', 'workflows', 'activities', 'src', 'scripts', 'test', 'console/src'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'coverage', 'histories']);

/** Every file below a folder, by its path from the root. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || LEFT_OUT.has(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });
}

const everything = filesIn('.');
const code = CODE.flatMap((folder) => filesIn(folder)).filter((file) => /\.(ts|tsx|mjs)$/.test(file));

interface Declared {
  readonly name: string;
  readonly where: string;
  /** A variable or a parameter, and not a property. */
  readonly variable: boolean;
}

/** Identifiers that a file declares, with their line: what it is free to name. */
function declaredIn(file: string): readonly Declared[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2023, true);
  const found: Declared[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclared(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const variable = !ts.isPropertySignature(node.parent) && !ts.isPropertyDeclaration(node.parent);
      found.push({ name: node.text, where: `${file}:${String(line + 1)} ${node.text}`, variable });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const DECLARATIONS: readonly ((node: ts.Node) => boolean)[] = [
  ts.isVariableDeclaration,
  ts.isFunctionDeclaration,
  ts.isClassDeclaration,
  ts.isInterfaceDeclaration,
  ts.isTypeAliasDeclaration,
  ts.isParameter,
  ts.isMethodDeclaration,
  ts.isMethodSignature,
  ts.isPropertySignature,
  ts.isPropertyDeclaration,
];

function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return parent.name === node && parent.propertyName === undefined;
  return DECLARATIONS.some((declares) => declares(parent)) && (parent as ts.NamedDeclaration).name === node;
}

const declared = code.flatMap(declaredIn);

/** `caseFile`, `CASE_FILE` → case, file. */
function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** Words for which the glossary has another one. */
const BANNED: Readonly<Record<string, string>> = {
  visa: 'endorsement',
  district: 'quartier',
  usager: 'citizen',
  dossier: 'caseFile',
  suppleant: 'substitute',
  relance: 'reminder',
  echeance: 'dueDate',
  avis: 'opinion',
  courrier: 'letter',
  guichet: 'frontDesk',
  constat: 'finding',
  patrouilleur: 'patroller',
  signalement: 'report',
  administre: 'citizen',
};

describe('file names', () => {
  it('are ASCII, without space, everywhere', () => {
    expect(everything.filter((file) => !/^[\x21-\x7e]+$/.test(file))).toEqual([]);
  });

  it('are kebab-case where code lies, and in the catalogue', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const named = [
      ...code,
      ...everything.filter((file) => file.startsWith('process-catalog/') && file.endsWith('.yaml')),
    ];
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter((file) => file.split('/').some((part) => !kebab.test(part)))).toEqual([]);
  });

  it('say their subject: none is a drawer for the rest', () => {
    const drawer =
      /(^|\/)(utils?|helpers?|common|shared|misc|types|managers?|handler|constants|enums|interfaces)(\/|\.(ts|tsx|mjs)$)/;
    const manager = /-(utils?|helpers?|manager)\.(ts|tsx|mjs)$/;
    expect(code.filter((file) => drawer.test(file) || manager.test(file))).toEqual([]);
  });
});

describe('identifiers', () => {
  it('are read: there are thousands', () => {
    expect(declared.length).toBeGreaterThan(3_000);
  });

  it('have no accents', () => {
    expect(declared.filter(({ name }) => !/^[\x20-\x7e]+$/.test(name)).map(({ where }) => where)).toEqual([]);
  });

  it('use the words of the glossary', () => {
    const wrong = declared.filter(({ name }) => wordsOf(name).some((word) => word in BANNED));
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it('call nobody deputy but a deputy mayor: the one who acts for another is a substitute', () => {
    const wrong = declared.filter(({ name }) => /deputy(?!_?mayor)/i.test(name));
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it('endorse replies and validate data', () => {
    const wrong = declared.filter(
      ({ name, where }) =>
        /^(domain|workflows)\/(?!.*\.spec\.ts:)/.test(where) && /validat(e|ion)(?!Chain)/i.test(name),
    );
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });

  it('never hide what Node calls process', () => {
    const wrong = declared.filter(
      ({ name, where, variable }) =>
        variable && name === 'process' && /^(src|activities)\//.test(where) && !where.includes('.spec.ts:'),
    );
    expect(wrong.map(({ where }) => where)).toEqual([]);
  });
});

describe('texts', () => {
  it('name no machine: no absolute path of somebody’s folder', () => {
    const folders = ['work', 'root', 'Users', 'home'].map((name) => `/${name}/`);
    const read = everything.filter((file) => /\.(ts|tsx|mjs|js|md|ya?ml|json|csv|css|html|typ)$/.test(file));
    const found = read.filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return folders.some((folder) => new RegExp(`(^|[\\s'"\`(=:])${folder}[a-z]`, 'm').test(text));
    });
    expect(found).toEqual([]);
  });
});

describe('refusals', () => {
  it('are listed once, in order', () => {
    expect([...REFUSAL_CODES]).toEqual([...new Set(REFUSAL_CODES)].sort((one, other) => (one < other ? -1 : 1)));
  });

  it.each(REFUSAL_CODES)('have a code, a French sentence and a status: %s', (refusal) => {
    expect(refusal).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(REFUSAL_SENTENCES[refusal]).toMatch(/^[\p{Lu}].{8,}[.]$/u);
    expect(REFUSAL_SENTENCES[refusal]).not.toMatch(/'| [:;?!»]|« /);
    expect(PROBLEM_STATUS[refusal]).toBeGreaterThanOrEqual(400);
    expect(PROBLEM_STATUS[refusal]).toBeLessThan(600);
  });

  it('have no sentence and no status for a code that does not exist', () => {
    expect(Object.keys(REFUSAL_SENTENCES).sort()).toEqual([...REFUSAL_CODES].sort());
    expect(Object.keys(PROBLEM_STATUS).sort()).toEqual([...REFUSAL_CODES].sort());
  });
});
