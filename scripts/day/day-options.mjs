import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir, root } from '../stack/paths.mjs';
import { Problem } from '../stack/problem.mjs';

export const help = `Fait vivre une journée de mairie au Parvis qui tourne (npm start), par son API seulement :
des demandes entrent à toute heure et par tous les canaux, sur toutes les démarches du catalogue, puis les agents travaillent, et tout est vérifié à la fin.

  npm run day -- [options]

  --seed S          graine du hasard : la même donne les mêmes demandes et les mêmes choix (1 par défaut)
  --times N         nombre de journées à la suite, de graine S, S+1… (1 par défaut)
  --catalog N       nombre de demandes tirées du catalogue entier, dans les mots de ses usagers (75 par défaut ;
                    dix graines à la suite rencontrent toutes les démarches)
  --from FICHIER    vos demandes à vous, et elles seules : une par ligne en JSON
  --limit N         ne prend que N des demandes écrites, au hasard (25 de town/demo/requests.jsonl par défaut,
                    toutes celles de FICHIER)
  --url http://…    adresse de Parvis, s’il ne tourne pas dans ce dossier
  --mail http://…   adresse de la boîte aux lettres de démonstration, pour compter les courriels partis
  --data DOSSIER    dossier de données donné à npm start (.parvis par défaut)
  --verbose         dit aussi chaque commande refusée
  --help            affiche cette aide

Chaque ligne de FICHIER est une demande (le détail est dans town/README.md) :
  {"channel":"telephone","processId":"voirie.nid-de-poule","words":"Y a un trou devant chez moi",
   "answers":{"lieu":{"label":"14 rue du Vieux-Cuir"},"danger":true,"emplacement":"chaussee"},
   "citizen":{"firstName":"Rosine","lastName":"Passerose"},"replyChannel":"spoken","saidAt":"09:04"}
Les pièces jointes sont cherchées dans le dossier attachments voisin. Une ligne fautive ou refusée est signalée avec
son numéro, les autres continuent. L’état de sortie est 1 si la vérification trouve un manquement, ou si l’API a failli.
`;

/**
 * @typedef {object} DayOptions
 * @property {number} seed
 * @property {number} times
 * @property {string} from path of the written requests
 * @property {number | undefined} limit how many of them
 * @property {number} catalog how many requests are composed from the catalogue
 * @property {string | undefined} url
 * @property {string | undefined} mail
 * @property {string} dataDir
 * @property {string} townDir
 * @property {boolean} verbose
 * @property {boolean} help
 *
 * @param {readonly string[]} args
 * @returns {DayOptions}
 */
export function dayOptions(args) {
  const values = parse(args);
  const townDir = path.resolve(root, process.env['TOWN_DIR'] || 'town/demo');
  const from = path.resolve(values.from ?? path.join(townDir, 'requests.jsonl'));
  if (values.help !== true && !existsSync(from)) {
    throw new Problem(`Le fichier ${from} n’existe pas : donnez celui de vos demandes avec --from FICHIER.`);
  }
  return {
    seed: wholeNumber('seed', values.seed ?? '1', 0),
    times: wholeNumber('times', values.times ?? '1', 1),
    from,
    limit: limitOf(values),
    catalog: wholeNumber('catalog', values.catalog ?? (values.from === undefined ? '75' : '0'), 0),
    url: address('url', values.url),
    mail: address('mail', values.mail),
    dataDir: path.resolve(values.data ?? defaultDataDir),
    townDir,
    verbose: values.verbose === true,
    help: values.help === true,
  };
}

/** @param {{ limit?: string | undefined, from?: string | undefined }} values */
function limitOf({ limit, from }) {
  if (limit === undefined) return from === undefined ? 25 : undefined;
  return wholeNumber('limit', limit, 1);
}

/** @param {string} name @param {string} text @param {number} least @returns {number} */
function wholeNumber(name, text, least) {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  throw new Problem(`--${name} veut un nombre entier d’au moins ${least}, pas « ${text} ».`);
}

/** @param {string} name @param {string | undefined} text @returns {string | undefined} */
function address(name, text) {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin;
  throw new Problem(`--${name} veut une adresse comme http://localhost:3000, pas « ${text} ».`);
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    const options = /** @type {const} */ ({
      seed: { type: 'string' },
      times: { type: 'string' },
      from: { type: 'string' },
      limit: { type: 'string' },
      catalog: { type: 'string' },
      url: { type: 'string' },
      mail: { type: 'string' },
      data: { type: 'string' },
      verbose: { type: 'boolean', short: 'v' },
      help: { type: 'boolean', short: 'h' },
    });
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const option = /'([^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new Problem(`Option inconnue ou incomplète : ${option}. Voyez npm run day -- --help.`);
  }
}
