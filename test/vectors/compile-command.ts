import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformFileSync } from '@swc/core';

/** Everything the due-date command is made of: folders, or single files. */
const SOURCES = ['domain/lib', 'domain/time', 'src/calendar', 'src/adapters/french-holidays.ts', 'src/cli/due-date.ts'];

/**
 * Compiles the due-date command into a new folder and returns the path of its entry. A zone can only be given to a whole
 * process, so the command must run as one, and this tier does not wait for a build of the product.
 */
export function compileDueDateCommand(): string {
  const target = mkdtempSync(path.join(tmpdir(), 'parvis-due-date-'));
  for (const file of SOURCES.flatMap(filesOf)) compile(file, target);
  writeFileSync(path.join(target, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.resolve('node_modules'), path.join(target, 'node_modules'));
  return path.join(target, 'src/cli/due-date.js');
}

function filesOf(source: string): string[] {
  if (source.endsWith('.ts')) return [source];
  const names = readdirSync(source).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return names.map((name) => path.join(source, name));
}

function compile(file: string, target: string): void {
  const { code } = transformFileSync(file, {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' },
    module: { type: 'es6' },
  });
  const compiled = path.join(target, file.replace(/\.ts$/, '.js'));
  mkdirSync(path.dirname(compiled), { recursive: true });
  writeFileSync(compiled, code);
}
