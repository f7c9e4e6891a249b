// `npm start`. Kept to what every Node of the last ten years can read, so that an old one gets a sentence, not a trace.
const wanted = '20.19';
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (process.platform === 'win32') {
  console.error(
    '✖ Parvis se lance sous Linux ou macOS\u00a0; sous Windows, utilisez WSL (https://learn.microsoft.com/windows/wsl).',
  );
  process.exitCode = 1;
} else if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    '✖ Parvis a besoin de Node.js ' +
      wanted +
      ' ou plus récent, et celui-ci est le ' +
      process.versions.node +
      '\u00a0: installez une version récente (https://nodejs.org), puis recommencez.',
  );
  process.exitCode = 1;
} else {
  import('./stack/start-command.mjs')
    .then((module) => module.startCommand(process.argv.slice(2)))
    .then((code) => process.exit(code));
}
