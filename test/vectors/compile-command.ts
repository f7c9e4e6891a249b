import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from '@swc/core';

const ENTRY = 'src/cli/due-date.ts';

/**
 * Compiles the due-date command, and what it imports, into a new folder and returns the path of its entry. A zone can
 * only be given to a whole process, so the command must run as one, and this tier does not wait for a build of the product.
 */
export function compileDueDateCommand(): string {
  const target = mkdtempSync(path.join(tmpdir(), 'parvis-due-date-'));
  const compiled = new Set<string>();
  const waiting = [ENTRY];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (compiled.has(file)) continue;
    compiled.add(file);
    waiting.push(...compile(file, target));
  }
  writeFileSync(path.join(target, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.resolve('node_modules'), path.join(target, 'node_modules'));
  return path.join(target, ENTRY.replace(/\.ts$/, '.js'));
}

/** Returns the sources the compiled file imports: those of types only have gone. */
function compile(file: string, target: string): string[] {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  const compiled = path.join(target, file.replace(/\.ts$/, '.js'));
  mkdirSync(path.dirname(compiled), { recursive: true });
  writeFileSync(compiled, code);
  const imports = [...code.matchAll(/ from '(\.[^']+)\.js'/g), ...code.matchAll(/ from "(\.[^"]+)\.js"/g)];
  return imports.map((found) => path.join(path.dirname(file), `${found[1] ?? ''}.ts`));
}
