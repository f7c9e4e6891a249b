import type { CatalogFault } from './catalog-fault.js';
import type { MendedLine } from './mended-line.js';
import type { YamlFile } from './yaml-file.js';

/** What is said under a fault whose line was mended, with its own indent: nothing else has to be looked up. */
export function toPaste({ written }: MendedLine): readonly string[] {
  return ['    à coller à la place de cette ligne :', written];
}

/** What YAML itself cannot read in a file, or reads in part only. */
export function yamlFaults({ file, syntaxError, cut }: YamlFile): readonly CatalogFault[] {
  if (syntaxError === undefined) return cut.map((text) => cutFault(file, text));
  const { line, message, mended } = syntaxError;
  const place = { file, line, rule: 'yaml.syntax', pointer: '', message, severity: 'error' } as const;
  if (mended !== undefined) return [{ ...place, advice: mended.advice, below: toPaste(mended) }];
  const advice =
    'relire cette ligne et la précédente ; un texte avec « : », « # », « , » ou des guillemets se met entre guillemets';
  return [{ ...place, advice }];
}

function cutFault(file: string, text: MendedLine): CatalogFault {
  return {
    file,
    line: text.line,
    rule: 'yaml.cut-text',
    pointer: '',
    message: text.because,
    advice: 'mettre le texte entre guillemets, ou la remarque sur une ligne à elle',
    below: toPaste(text),
    severity: 'error',
  };
}
