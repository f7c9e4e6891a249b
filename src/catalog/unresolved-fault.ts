import type { UnresolvedName } from '../../domain/process/expand.js';
import type { CatalogFault } from './catalog-fault.js';
import { sharedNames } from './known-names.js';
import type { SharedList } from './known-names.js';
import { nameAdvice } from './nearest-name.js';
import type { SharedFiles } from './read-shared-parts.js';
import type { YamlFile } from './yaml-file.js';

const PART_NAMES: Readonly<Record<UnresolvedName['part'], string>> = {
  chain: 'circuit',
  form: 'formulaire partagé',
  clock: 'délai partagé',
  remedy: 'texte de recours',
  theme: 'thème',
  id: 'identifiant',
};
const PART_LISTS: Readonly<Record<Exclude<UnresolvedName['part'], 'id'>, SharedList>> = {
  chain: 'chains',
  form: 'forms',
  clock: 'clocks',
  remedy: 'remedies',
  theme: 'themes',
};

/** A shared part that a definition calls and that does not exist, with the nearest ones that do. */
export function unresolvedFault(
  { pointer, part, name }: UnresolvedName,
  yaml: YamlFile,
  shared: SharedFiles,
): CatalogFault {
  const list = part === 'id' ? undefined : PART_LISTS[part];
  return {
    file: yaml.file,
    line: yaml.lineOf(pointer),
    rule: `reference.${part}`,
    pointer,
    message: `${PART_NAMES[part]} inconnu : « ${name} »`,
    advice: list === undefined ? 'écrire la forme <thème>.<sujet>' : nameAdvice(name, sharedNames(list, shared), list),
    severity: 'error',
  };
}
