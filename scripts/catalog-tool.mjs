// `npm run catalog:check`, `catalog:bump`, `catalog:show`, `catalog:try`, `catalog:types`, `new-process`: installs and compiles what
// is missing, saying so on the error output, then runs the tool in this very process, with the options that follow its name.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCatalogTools } from './stack/build.mjs';
import { installDependencies } from './stack/dependencies.mjs';
import { root } from './stack/paths.mjs';
import { showProblem } from './stack/problem-output.mjs';
import { createSteps } from './stack/steps.mjs';

const [tool = '', ...options] = process.argv.slice(2);
const compiled = path.join(root, 'dist', 'scripts', `${tool}.js`);
const steps = createSteps(process.stderr);
try {
  await installDependencies(steps);
  await buildCatalogTools(steps);
} catch (error) {
  process.exit(showProblem(error, root));
}
process.argv = [process.argv0, compiled, ...options];
await import(pathToFileURL(compiled).href);
