import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import { agree, countOf } from '../../../domain/text/french-typography.js';
import type { CheckResult } from './check-catalog.js';

/** What to do next on a theme or a process that is being written: what is missing, or the commands that finish it. */
export function nextSteps(only: string, { faults, unpublished, changed }: CheckResult): readonly string[] {
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return missingLines(only, errors);
  const [ids, published] = unpublished.length > 0 ? [unpublished, '--new'] : [changed, changed.join(' ')];
  return ids.length === 0 ? [] : [...warningLines(faults.length), ...finishingLines(ids, published)];
}

function missingLines(only: string, errors: readonly CatalogFault[]): readonly string[] {
  const places = errors.filter(({ rule }) => rule === 'text.unwritten').length;
  const others = errors.length - places;
  const parts = [
    ...(places === 0 ? [] : [`${countOf(places, 'texte')} à écrire`]),
    ...(others === 0 ? [] : [`${countOf(others, 'erreur')} à corriger`]),
  ];
  return [
    '',
    `Reste : ${parts.join(', ')}. Chaque ligne ci-dessus dit où. Ce que l’on attend à chaque place : process-catalog/ECRIRE.md`,
    `Puis, de nouveau : npm run catalog:check -- --only ${only}`,
  ];
}

function warningLines(count: number): readonly string[] {
  if (count === 0) return [''];
  const said = agree(count, 'L’avertissement ci-dessus n’empêche', 'Les avertissements ci-dessus n’empêchent');
  return ['', `${said} rien : à lire avant de publier.`];
}

function finishingLines(ids: readonly string[], published: string): readonly string[] {
  const [first = ''] = ids;
  const which = `${agree(ids.length, 'Cette fiche n’est', 'Ces fiches ne sont')} pas encore ${agree(ids.length, 'publiée')}`;
  return [
    `Les textes sont complets. ${which} : ${ids.join(', ')}. Il reste, dans l’ordre :`,
    `  npm run catalog:show -- ${first}   la relire en toutes lettres, comme un usager et comme l’ambassadrice`,
    `  npm run catalog:try -- ${first}   jouer un dossier`,
    `  npm run catalog:bump -- ${published}   publier`,
    '  npm run catalog:check   tout vérifier ; une autre fiche que vous avez touchée y dit comment la publier',
    `  git add process-catalog test/scenarios && git commit -m "feat(catalog): ${first}"`,
  ];
}
