// `npm test`.
import { testCommand } from './stack/test-command.mjs';

process.exit(await testCommand(process.argv.slice(2)));
