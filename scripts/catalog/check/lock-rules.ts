import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { CatalogLock } from '../../../src/catalog/catalog-lock.js';
import { lockState } from '../../../src/catalog/catalog-lock.js';
import type { Catalog, LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import type { CatalogRule } from './check-rule.js';
import { faultIn } from './check-rule.js';

/** Beyond so many changed definitions, something that they share has changed: they are told in one line. */
const TOLD_ONE_BY_ONE = 5;
const NAMED = 8;

/** What was published stays as it was published. */
export function lockRules(lock: CatalogLock): CatalogRule {
  return (catalog) => {
    const faults = [...catalog.definitions.values()].flatMap((loaded) => stateFaults(loaded, lock));
    const changed = faults.filter(({ rule }) => rule === 'lock.changed');
    if (changed.length <= TOLD_ONE_BY_ONE) return [...faults, ...vanished(catalog, lock)];
    return [allChanged(changed), ...faults.filter(({ rule }) => rule !== 'lock.changed'), ...vanished(catalog, lock)];
  };
}

function allChanged(changed: readonly CatalogFault[]): CatalogFault {
  const ids = changed.map(({ file }) => file.replace(/^processes\/([^/]+)\/(.+)\.yaml$/, '$1.$2'));
  const more = ids.length > NAMED ? ` et ${String(ids.length - NAMED)} de plus` : '';
  return {
    ...{ file: 'catalog.lock.json', line: 1, rule: 'lock.changed', pointer: '', severity: 'error' },
    message: `${String(ids.length)} fiches ont changé depuis leur publication : ${ids.slice(0, NAMED).join(', ')}${more}`,
    advice:
      'si c’est un texte, un formulaire, un circuit ou un délai commun qui a changé, en faire de nouvelles versions : npm run catalog:bump -- --changed',
  };
}

function stateFaults(loaded: LoadedDefinition, lock: CatalogLock): readonly CatalogFault[] {
  const { id, version } = loaded.definition;
  const state = lockState(lock, id, { version, hash: loaded.hash });
  const pointer = '/version';
  switch (state.kind) {
    case 'same':
      return [];
    case 'new':
      return [
        faultIn(loaded, {
          rule: 'lock.new',
          pointer,
          message: `la version ${String(version)} n’est pas dans catalog.lock.json`,
          advice: `la publier : npm run catalog:bump -- --new`,
        }),
      ];
    case 'older':
      return [
        faultIn(loaded, {
          rule: 'lock.older',
          pointer,
          message: `la version ${String(version)} est plus ancienne que la dernière publiée (${String(state.latest)})`,
          advice: `écrire version: ${String(state.latest + 1)} par npm run catalog:bump -- ${id}`,
        }),
      ];
    case 'changed':
      return [
        faultIn(loaded, {
          rule: 'lock.changed',
          pointer,
          message: `le contenu de la version ${String(version)} a changé (publiée ${state.published.slice(0, 12)}, trouvée ${state.found.slice(0, 12)})`,
          advice: `en faire une nouvelle version : npm run catalog:bump -- ${id}`,
        }),
      ];
  }
}

function vanished(catalog: Catalog, lock: CatalogLock): readonly CatalogFault[] {
  const broken = new Set(catalog.faults.map(({ file }) => file));
  return Object.keys(lock)
    .filter((id) => !catalog.definitions.has(id) && !broken.has(`processes/${id.replace('.', '/')}.yaml`))
    .map((id) => ({
      file: 'catalog.lock.json',
      line: 1,
      rule: 'lock.vanished',
      pointer: '',
      message: `le processus publié « ${id} » a disparu`,
      advice: 'remettre son fichier : des dossiers peuvent encore le suivre',
      severity: 'error',
    }));
}
