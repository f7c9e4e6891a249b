import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { eachDefinition, faultIn } from './check-rule.js';
import type { FaultWords } from './check-rule.js';

type ServingRule = (loaded: LoadedDefinition) => FaultWords | undefined;

/** How a process is offered: online, at first contact, on the map. */
export const servingRules = eachDefinition((loaded): readonly CatalogFault[] =>
  RULES.flatMap((rule) => {
    const words = rule(loaded);
    return words === undefined ? [] : [faultIn(loaded, words)];
  }),
);

const RULES: readonly ServingRule[] = [
  ({ definition: { teleservice } }) =>
    (teleservice?.kind === 'download' || teleservice?.kind === 'redirection') && teleservice.url === undefined
      ? {
          rule: 'teleservice.url',
          pointer: '/teleservice',
          message: 'ce téléservice renvoie ailleurs sans dire où',
          advice: 'ajouter url : une adresse officielle, ou une clé de la ville (« ville.portail-famille »)',
        }
      : undefined,
  ({ definition: { teleservice, form } }) =>
    teleservice?.kind === 'form' && form.fields.length === 0
      ? {
          rule: 'teleservice.form',
          pointer: '/teleservice',
          message: 'un formulaire en ligne sans question',
          advice: 'écrire form, ou choisir un autre genre de téléservice',
        }
      : undefined,
  ({ definition: { teleservice, channels } }) =>
    teleservice?.kind === 'form' && !channels.includes('teleservice')
      ? {
          rule: 'teleservice.channel',
          pointer: '/channels',
          message: 'le formulaire est en ligne mais le canal teleservice n’est pas permis',
          advice: 'ajouter teleservice aux canaux',
        }
      : undefined,
  ({ definition: { answerAtOnce, firstContact } }) =>
    answerAtOnce.length > 0 && firstContact === undefined
      ? {
          rule: 'first-contact.text',
          pointer: '/answerAtOnce',
          message: 'on ne dit pas ce qui peut être clos au premier contact',
          advice: 'ajouter firstContact : ce qui se répond sur-le-champ, et ce qui ne le peut pas',
        }
      : undefined,
  ({ definition: { publicMap, form } }) =>
    publicMap && !form.fields.some(({ type }) => type === 'place')
      ? {
          rule: 'map.place',
          pointer: '/publicMap',
          message: 'rien à placer sur la carte : le formulaire ne demande aucun lieu',
          advice: 'inclure le formulaire « lieu », ou retirer publicMap',
        }
      : undefined,
  ({ definition: { duplicatesRadius, form } }) =>
    duplicatesRadius !== undefined && !form.fields.some(({ type }) => type === 'place')
      ? {
          rule: 'map.duplicates',
          pointer: '/duplicatesRadius',
          message: 'les doublons se cherchent autour d’un lieu, que le formulaire ne demande pas',
          advice: 'inclure le formulaire « lieu », ou retirer duplicatesRadius',
        }
      : undefined,
  ({ definition: { facts, clocks, nature } }) =>
    nature === 'procedure' && facts.length === 0 && clocks.every(({ kind }) => kind === 'promise')
      ? {
          rule: 'facts.none',
          pointer: '',
          message: 'une démarche sans aucune source',
          advice: 'ajouter au moins un fait sourcé (facts), ou un délai légal',
        }
      : undefined,
];
