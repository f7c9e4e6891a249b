import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { isPossible } from './form-rules.js';

/** The answers on which the remedies hang can be given. */
export const remedyRules = eachDefinition((loaded): readonly CatalogFault[] => {
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
});
