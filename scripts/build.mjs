// `npm run build`: compiles the server and builds the screens, as far as their sources changed.
import { buildProduct } from './stack/build.mjs';
import { root } from './stack/paths.mjs';
import { showProblem } from './stack/problem-output.mjs';
import { createSteps } from './stack/steps.mjs';

try {
  await buildProduct(createSteps());
} catch (error) {
  process.exitCode = showProblem(error, root);
}
