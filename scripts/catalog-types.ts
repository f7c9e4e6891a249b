import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { format } from 'prettier';

/**
 * `npm run catalog:types`: the JSON schema of a definition → the types of what a designer writes.
 * `--check` writes nothing and fails when the committed file is stale.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const target = path.join(root, 'domain/process/process-definition.generated.ts');
const banner = `/* eslint-disable */
/**
 * Generated from process-catalog/schema by \`npm run catalog:types\`. Do not edit.
 * What a file of the catalogue holds, as it is written; \`expand\` makes a ProcessDefinition of it.
 */`;

type Schema = Parameters<typeof compile>[0];

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One schema in memory: the files' definitions side by side, French titles left out (they would become type names). */
async function bundle(): Promise<Schema> {
  const read = async (file: string): Promise<Record<string, Json>> =>
    JSON.parse(await readFile(path.join(root, 'process-catalog/schema', file), 'utf8')) as Record<string, Json>;
  const shared = await Promise.all(
    ['form', 'clock', 'step', 'script', 'appeal'].map((part) => read(`defs/${part}.json`)),
  );
  const entries = await Promise.all(['process', 'form', 'chain', 'clock'].map((part) => read(`${part}.schema.json`)));
  const whole = {
    title: 'CatalogSources',
    description: 'One of each kind of file.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map((entry, index) => [`kind${String(index)}`, entry])),
    $defs: Object.assign({}, ...shared.map((file) => file['$defs'])) as Json,
  };
  return withTypeNames(whole) as Schema;
}

/** `tsName` becomes the title that json-schema-to-typescript names a type after; references become local. */
function withTypeNames(node: Json): Json {
  if (Array.isArray(node)) return node.map((item: Json) => withTypeNames(item));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node as Record<string, Json>).flatMap(([key, value]): [string, Json][] => {
    if (key === 'tsName') return [['title', value]];
    if (['title', '$schema', 'discriminator'].includes(key) && typeof value !== 'object') return [];
    if (key === '$schema' || key === 'discriminator') return [];
    if (key === '$ref' && typeof value === 'string') return [[key, `#/$defs/${value.split('/').at(-1) ?? ''}`]];
    return [[key, withTypeNames(value)]];
  });
  return Object.fromEntries(entries);
}

async function generate(): Promise<string> {
  const options = { bannerComment: '', format: false, strictIndexSignatures: true, ignoreMinAndMaxItems: true };
  const source = await compile(await bundle(), 'CatalogSources', options);
  return format(`${banner}\n\n${source}`, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 120,
    trailingComma: 'all',
  });
}

const generated = await generate();
if (process.argv.includes('--check')) {
  const committed = await readFile(target, 'utf8').catch(() => '');
  if (committed !== generated) {
    process.stderr.write(`${path.relative(root, target)} is stale: run "npm run catalog:types" and commit it.\n`);
    process.exitCode = 1;
  }
} else {
  await writeFile(target, generated);
}
