import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../stack/paths.mjs';

export const help = `Mesure Parvis sur des données jetables : dossiers et tâches à la seconde, listes sur une grande base, recherche du catalogue.

  npm run bench -- [options]

  --seconds N        durée de chaque mesure (20 par défaut)
  --clients N        clients en même temps (8 par défaut ; 1 est toujours mesuré aussi)
  --open N           dossiers ouverts de la grande base (10000 par défaut)
  --finished N       dossiers clos de la grande base (200000 par défaut)
  --only tasks|inbox|search  l’une des mesures
  --catalog DOSSIER  catalogue des démarches (process-catalog par défaut)
  --json FICHIER     écrit aussi les chiffres dans ce fichier
  --profile DOSSIER  y écrit les profils de l’API et du moteur, et ce que coûtent les requêtes ; fausse les durées
  --help             affiche cette aide
`;

/** @param {readonly string[]} args */
export function benchOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '20' },
      clients: { type: 'string', default: '8' },
      open: { type: 'string', default: '10000' },
      finished: { type: 'string', default: '200000' },
      only: { type: 'string' },
      catalog: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    seconds: Number(values.seconds),
    clients: Number(values.clients),
    open: Number(values.open),
    finished: Number(values.finished),
    parts: values.only === undefined ? ['tasks', 'inbox', 'search'] : [values.only],
    catalog: path.resolve(values.catalog ?? path.join(root, 'process-catalog')),
    json: values.json,
    profile: values.profile === undefined ? undefined : path.resolve(values.profile),
    help: values.help,
  };
}
