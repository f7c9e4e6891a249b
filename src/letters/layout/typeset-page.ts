import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { coveredCodePoints, drawable } from './font-coverage.js';

/** The layouts that lie beside this file, `<name>.typ`. */
export type LayoutName = 'letter' | 'letter-list';

/** Typst memoises everything it lays out, two megabytes a letter; what no letter used for this many letters is forgotten. */
const CACHE_AGE = 4;

interface Press {
  readonly compiler: NodeCompiler;
  readonly sources: Readonly<Record<LayoutName, string>>;
  readonly covered: ReadonlySet<number>;
}

let shared: Press | undefined;

/**
 * Lays data out as a tagged PDF (PDF/UA-1, French, fonts of the repository only). Same data, same bytes: the layout's
 * only date comes from the data. Synchronous, a few milliseconds; the first call loads the compiler (about 150 ms).
 */
export function typesetPage(layout: LayoutName, data: unknown): Buffer {
  const press = (shared ??= openPress());
  const compiler = press.compiler;
  const json = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? drawable(value, press.covered) : value,
  );
  const compiled = compiler.compile({ mainFileContent: press.sources[layout], inputs: { data: json } });
  const document = compiled.result;
  if (document === null) throw new Error(`Layout ${layout} failed`, { cause: compiled.takeError()?.shortDiagnostics });
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
  compiler.evictCache(CACHE_AGE);
  return pdf;
}

function openPress(): Press {
  const folder = lettersFolder();
  const fonts = readdirSync(path.join(folder, 'fonts')).filter((name) => name.endsWith('.ttf'));
  const blobs = fonts.sort((a, b) => a.localeCompare(b)).map((name) => readFileSync(path.join(folder, 'fonts', name)));
  const source = (name: LayoutName): string => readFileSync(path.join(folder, 'layout', `${name}.typ`), 'utf8');
  return {
    compiler: NodeCompiler.create({ workspace: path.join(folder, 'layout'), fontArgs: [{ fontBlobs: blobs }] }),
    sources: { letter: source('letter'), 'letter-list': source('letter-list') },
    covered: coveredByAll(blobs),
  };
}

/** A character must exist upright, bold and italic: nobody knows beforehand in which of them it will stand. */
function coveredByAll(blobs: readonly Buffer[]): ReadonlySet<number> {
  const [first = new Set<number>(), ...others] = blobs.map(coveredCodePoints);
  return new Set([...first].filter((code) => others.every((set) => set.has(code))));
}

/** Fonts and layouts are not compiled: they stay in `src/letters`, beside this file or seen from `dist/src/letters/layout`. */
function lettersFolder(): string {
  const here = path.resolve(import.meta.dirname, '..');
  const built = path.resolve(import.meta.dirname, '../../../../src/letters');
  return existsSync(path.join(here, 'fonts')) ? here : built;
}
