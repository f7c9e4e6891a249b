import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { INTAKE_CHANNELS } from '../domain/case/case-file.js';
import { REPLY_CHANNELS } from '../domain/process/runnable.js';
import type { CasePlayer } from '../src/catalog/case-player.js';
import { didYouMean } from '../src/catalog/nearest-name.js';
import { loadCatalog, type LoadedDefinition } from '../src/catalog/load-catalog.js';
import { readTown } from '../src/town/read-town.js';
import { commandLine } from './catalog/command-line.js';
import { PlayTown } from './catalog/play/play-town.js';
import { possibleWords } from './catalog/play/possible-words.js';
import { newsSince, stateLines } from './catalog/play/try-lines.js';
import { carryOut, valueOf } from './catalog/play/try-orders.js';

/**
 * `npm run catalog:try -- <id> [--on 2026-05-04] [--channel telephone] [--reply letter] [--answers danger=oui]
 * [--script "referent:answers; +2; dgs:endorses"]`: plays a case through the rules in the terminal, jumping in time.
 * With a script it needs no terminal, and its exit status is 1 if an order could not be carried out.
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `Usage : npm run catalog:try -- <identifiant> [--on 2026-05-04] [--channel telephone] [--reply letter]
       [--answers danger=true] [--script "referent:answers; +2; dgs:endorses"]
Joue un dossier sur les règles elles-mêmes, en sautant dans le temps. Sans --script, les ordres se tapent un à un.`;
const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    on: { type: 'string' },
    channel: { type: 'string', default: 'teleservice' },
    reply: { type: 'string' },
    answers: { type: 'string', default: '' },
    script: { type: 'string' },
    catalog: { type: 'string', default: path.join(root, 'process-catalog') },
    town: { type: 'string', default: path.join(root, 'town/demo') },
  },
});

const HELP = `Un ordre à la fois : « referent:answers », « dgs:sends back to=author », « +3 » (jours ouvrés), « +10 jours »,
« +2 mois », « 2026-06-01 ». « aide » redit ceci, « fin » quitte.`;

interface Setting {
  readonly loaded: LoadedDefinition;
  readonly town: PlayTown;
  readonly play: CasePlayer;
}

function settingOf(id: string): Setting | string {
  const catalog = loadCatalog(values.catalog);
  const loaded = catalog.definitions.get(id);
  if (loaded === undefined)
    return `Processus inconnu ou fautif : « ${id} ».${didYouMean(id, [...catalog.definitions.keys()])}`;
  const today = values.on ?? new Date().toISOString().slice(0, 10);
  const town = new PlayTown(catalog, readTown(values.town), today);
  const { organisation } = loaded.runnable;
  if (town.calendars[organisation] === undefined) return `La ville n’a pas d’organisation « ${organisation} »`;
  const play = town.open(loaded.runnable, {
    caseId: 'essai',
    caseNumber: `D-${today.slice(0, 4)}-00000`,
    channel: INTAKE_CHANNELS.find((channel) => channel === values.channel) ?? 'teleservice',
    ...replyChannel(),
    answers: Object.fromEntries(values.answers.split(',').filter(Boolean).map(answerOf)),
  });
  play.settle();
  return { loaded, town, play };
}

function replyChannel(): { readonly replyChannel?: (typeof REPLY_CHANNELS)[number] } {
  const asked = REPLY_CHANNELS.find((channel) => channel === values.reply);
  return asked === undefined ? {} : { replyChannel: asked };
}

function answerOf(pair: string): readonly [string, string | boolean] {
  const [key = '', value = ''] = pair.split('=');
  return [key.trim(), valueOf(value.trim())];
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Carries out one order and shows what followed; false where it could not be done. */
function turn({ play, town }: Setting, order: string): boolean {
  const told = { lines: play.lines.length, effects: play.ordered.length };
  const fault = carryOut(play, town, order);
  print([`> ${order}`, ...(fault === undefined ? newsSince(play, told) : [fault]), ...stateLines(play), '']);
  return fault === undefined;
}

async function converse(setting: Setting): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  const ask = (): void => {
    const words = possibleWords(setting.play, setting.town).map((one) => one.replace(' ', ':'));
    print([`Possible : ${words.join(' ; ')}`]);
    terminal.prompt();
  };
  print([HELP]);
  ask();
  for await (const line of terminal) {
    const order = line.trim();
    if (order === 'fin') break;
    if (order === 'aide') print([HELP]);
    else if (order !== '') turn(setting, order);
    ask();
  }
  terminal.close();
}

async function main(id: string): Promise<boolean> {
  const setting = settingOf(id);
  if (typeof setting === 'string') {
    process.stderr.write(`${setting}\n`);
    return false;
  }
  print([setting.loaded.definition.title, '']);
  print([...newsSince(setting.play, { lines: 0, effects: 0 }), ...stateLines(setting.play), '']);
  if (values.script === undefined) {
    await converse(setting);
    return true;
  }
  const orders = values.script.split(';').map((order) => order.trim());
  return orders.filter((order) => order !== '').every((order) => turn(setting, order));
}

const [id] = positionals;
if (id === undefined) process.stderr.write(`${USAGE}\n`);
if (id === undefined || !(await main(id))) process.exitCode = 1;
