import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from './paths.mjs';
import { Problem } from './problem.mjs';

export const help = `Lance Parvis sur cette machine : dépendances, base de données, Temporal, compilation, ville de démonstration.

  npm start -- [options]

  --port N        port du serveur (3000 par défaut, ou la variable PORT)
  --data DOSSIER  où garder les données (.parvis par défaut)
  --no-build      ne recompile rien, même si les sources ont changé
  --watch         recompile et redémarre à chaque modification des sources (npm run dev)
  --help          affiche cette aide

Ce que la ville possède déjà se donne par l’environnement ou dans le fichier .env (modèle : .env.example) :
DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL, OIDC_ISSUER… ; rien d’équivalent n’est alors démarré ici.
Ctrl-C arrête tout.
`;

/**
 * @typedef {{ port: number, dataDir: string, build: boolean, watch: boolean, help: boolean }} StartOptions
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function startOptions(args) {
  const values = parse(args);
  const port = Number(values.port ?? (process.env['PORT'] || 3000));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`« ${values.port ?? process.env['PORT']} » n’est pas un port : donnez un nombre de 1 à 65535.`);
  }
  return {
    port,
    dataDir: path.resolve(values.data ?? defaultDataDir),
    build: values['no-build'] !== true,
    watch: values.watch === true,
    help: values.help === true,
  };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    const options = /** @type {const} */ ({
      port: { type: 'string' },
      data: { type: 'string' },
      'no-build': { type: 'boolean' },
      watch: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const option = /'([^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new Problem(`Option inconnue ou incomplète : ${option}. Voyez npm start -- --help.`);
  }
}
