import type { CatalogFault } from '../../src/catalog/catalog-fault.js';
import type { Catalog, LoadedDefinition } from '../../src/catalog/load-catalog.js';
import { sharedNames } from '../../src/catalog/known-names.js';
import { nameAdvice } from '../../src/catalog/nearest-name.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { isPossible } from './form-rules.js';

/** The texts of remedies that a definition names exist, and the answers on which they hang can be given. */
export const remedyRules = eachDefinition((loaded, catalog) => [
  ...nameFaults(loaded, catalog),
  ...conditionFaults(loaded),
]);

function nameFaults(loaded: LoadedDefinition, { shared }: Catalog): readonly CatalogFault[] {
  const known = sharedNames('remedies', shared);
  return textsNamed(loaded)
    .filter(({ name }) => !known.some((one) => one.name === name))
    .map(({ name, pointer }) =>
      faultIn(loaded, {
        rule: 'reference.remedy',
        pointer,
        message: `texte de recours inconnu : « ${name} »`,
        advice: nameAdvice(name, known, 'remedies'),
      }),
    );
}

function textsNamed({ source: { appeal } }: LoadedDefinition): readonly { name: string; pointer: string }[] {
  if (appeal === undefined) return [];
  if (typeof appeal === 'string') return [{ name: appeal, pointer: '/appeal' }];
  return [
    ...appeal.byAnswer.map(({ use }, index) => ({ name: use, pointer: `/appeal/byAnswer/${String(index)}/use` })),
    { name: appeal.otherwise, pointer: '/appeal/otherwise' },
  ];
}

function conditionFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const { form, replies } = loaded.definition;
  return (replies.remediesByAnswer ?? []).flatMap(({ when }, index) => {
    const asked = form.fields.find(({ key }) => key === when.field);
    if (asked !== undefined && isPossible(asked, when.equals)) return [];
    return [
      faultIn(loaded, {
        rule: 'reply.remedy-answer',
        pointer: `/appeal/byAnswer/${String(index)}/when`,
        message: `les recours dépendent de « ${when.field} », qui n’est pas une question du formulaire avec la réponse « ${String(when.equals)} »`,
        advice: 'nommer une question à choix ou à oui/non du formulaire, et l’une de ses réponses',
      }),
    ];
  });
}
