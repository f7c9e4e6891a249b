// `npm run day`: finds the running product, builds the day when it is missing, plays it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProduct } from '../stack/build.mjs';
import { rememberedPorts } from '../stack/data-dir.mjs';
import { root } from '../stack/paths.mjs';
import { Problem } from '../stack/problem.mjs';
import { showProblem } from '../stack/problem-output.mjs';
import { livingStack } from '../stack/running-mark.mjs';
import { createSteps } from '../stack/steps.mjs';
import { dayOptions, help } from './day-options.mjs';

/**
 * Where the product answers, and where its mails are kept.
 * @param {import('./day-options.mjs').DayOptions} options
 * @returns {{ url: string, mail: string | undefined }}
 */
function addresses({ url, mail, dataDir }) {
  if (url !== undefined) return { url, mail };
  const mark = livingStack(dataDir);
  if (!mark?.url) {
    throw new Problem(
      'Parvis ne tourne pas dans ce dossier : lancez npm start dans un autre terminal, attendez « Parvis est prêt », puis recommencez ; ou donnez son adresse avec --url http://….',
    );
  }
  const port = rememberedPorts(dataDir)['MAIL_PORT'];
  return { url: mark.url, mail: mail ?? (port === undefined ? undefined : `http://127.0.0.1:${port}`) };
}

try {
  const options = dayOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(help);
  } else {
    const place = addresses(options);
    const built = path.join(root, 'dist', 'scripts', 'day', 'day-command.js');
    if (!existsSync(built)) await buildProduct(createSteps());
    const { dayCommand } = await import(pathToFileURL(built).href);
    process.exitCode = await dayCommand({ ...options, ...place });
  }
} catch (error) {
  process.exitCode = showProblem(error, root);
}
