import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CaseLife } from './case-life.js';
import { ChannelShares, drawnProcesses } from './catalog-draw.js';
import { Chance } from './chance.js';
import { casesWithIncident, checkCase, mailsByMessageId, settled, type CheckedCase } from './check-day.js';
import { composeRequest } from './compose-request.js';
import { summaryOf, tableOf } from './day-report.js';
import { inParallel } from './in-parallel.js';
import { Desk } from './intake.js';
import { ProcessSheets } from './process-sheets.js';
import { Progress } from './progress.js';
import { readRequestLines, type DayRequest } from './request-lines.js';
import { TownHall } from './town-hall.js';

export interface DayCommand {
  readonly seed: number;
  readonly times: number;
  readonly from: string;
  /** How many of the written requests; all of them where nothing is said. */
  readonly limit?: number;
  /** How many requests are composed from the catalogue. */
  readonly catalog: number;
  readonly url: string;
  readonly mail?: string;
  readonly townDir: string;
  readonly verbose: boolean;
}

/** People at work at the same time. */
const AT_ONCE = 8;

/** Spaces before double punctuation do not break; addresses and columns stay as they are. */
const say = (text: string): void => {
  process.stdout.write(`${text.replace(/ (?=[:;?!»](\s|$))/g, '\u00a0').replace(/« /g, '«\u00a0')}\n`);
};

/** Plays the days asked for. @returns the exit status: 1 on any breach or fault of the API */
export async function dayCommand(options: DayCommand): Promise<number> {
  const { requests, faulty } = readRequestLines(readFileSync(options.from, 'utf8'));
  for (const { line, fault } of faulty) say(`Ligne ${String(line)} laissée de côté : ${fault}.`);
  if (requests.length === 0) {
    say(`Aucune demande utilisable dans ${options.from} : voyez npm run day -- --help.`);
    return 1;
  }
  if (!(await answers(options.url))) {
    say(`Parvis ne répond pas à ${options.url} : vérifiez qu’il tourne (npm start), puis recommencez.`);
    return 1;
  }
  let failed = 0;
  for (let day = 0; day < options.times; day++) failed += await playDay(options, options.seed + day, requests);
  return failed === 0 ? 0 : 1;
}

/** @returns how many breaches and faults there were */
async function playDay(options: DayCommand, seed: number, written: readonly DayRequest[]): Promise<number> {
  const begun = Date.now();
  const progress = new Progress();
  const town = new TownHall(options.url, options.townDir, (line) => {
    if (options.verbose) progress.say(`  refus : ${line}`);
  });
  const sheets = new ProcessSheets(town);
  const drawn = await drawRequests({ options, seed, written, sheets });
  say(`\nJournée de graine ${String(seed)} : ${String(drawn.length)} demandes, à ${options.url}`);
  const desk = new Desk(town, sheets, path.join(path.dirname(options.from), 'attachments'));
  const lives: CaseLife[] = [];
  await inParallel(drawn, AT_ONCE, async (request, rank) => {
    const chance = Chance.of(seed, rank);
    const receipt = await desk.take(request, chance);
    if (typeof receipt === 'string') {
      progress.say(`Demande refusée (${request.source}) : ${receipt}`);
      // A line of a file may be wrong; what this program composes from a sheet must be taken.
      if (request.source === request.processId) town.faults.push(`${request.source} : demande refusée, ${receipt}`);
    } else lives.push(new CaseLife({ town, desk, request, receipt, chance }));
    progress.count('demandes reçues', rank + 1, drawn.length);
  });
  let over = 0;
  await inParallel(lives, AT_ONCE, async (life) => {
    await life.live().catch((error: unknown) => {
      town.faults.push(`${life.of.receipt.caseNumber} : ${error instanceof Error ? error.message : String(error)}`);
    });
    progress.count('dossiers travaillés', ++over, lives.length);
  });
  const checked = await check(lives, options, { town, progress, seed });
  say(tableOf(checked));
  say(
    summaryOf({
      checked,
      town,
      lives,
      refused: drawn.length - lives.length,
      took: Date.now() - begun,
      mailSeen: options.mail !== undefined,
    }),
  );
  return checked.reduce((sum, { breaches }) => sum + breaches.length, 0) + town.faults.length;
}

/** Written requests and requests composed from the catalogue, as they come in: mixed. */
async function drawRequests({ options, seed, written, sheets }: Draw): Promise<readonly DayRequest[]> {
  const chance = new Chance(seed);
  const some = chance.shuffle(written).slice(0, options.limit ?? written.length);
  const samples = written.filter(({ citizen }) => citizen !== undefined);
  const channels = new ChannelShares();
  const composed: DayRequest[] = [];
  const ids = options.catalog === 0 ? [] : await sheets.ids();
  for (const id of drawnProcesses(ids, { seed, count: options.catalog })) {
    const sheet = await sheets.of(id);
    const sample = chance.pick(samples);
    if (sheet === undefined || sample === undefined) continue;
    composed.push(composeRequest(sheet, { channel: channels.next(sheet.channels), sample, chance }));
  }
  return chance.shuffle([...some, ...composed]);
}

interface Draw {
  readonly options: DayCommand;
  readonly seed: number;
  readonly written: readonly DayRequest[];
  readonly sheets: ProcessSheets;
}

async function check(
  lives: readonly CaseLife[],
  { mail }: DayCommand,
  { town, progress, seed }: { readonly town: TownHall; readonly progress: Progress; readonly seed: number },
): Promise<readonly CheckedCase[]> {
  const aids = { town, chance: new Chance(seed) };
  // Mails are counted once nothing is on its way any more; a case is then looked at a second time.
  await inParallel(lives, AT_ONCE, async (life) => {
    await settled(life);
  });
  const mails = await mailsByMessageId(mail);
  const known = { incidents: await casesWithIncident(town), ...(mails === undefined ? {} : { mails }) };
  const checked: CheckedCase[] = [];
  await inParallel(lives, AT_ONCE, async (life) => {
    checked.push(await checkCase(life, aids, known));
    progress.count('dossiers vérifiés', checked.length, lives.length);
  });
  progress.end();
  return checked.sort((one, other) => (one.detail.caseNumber < other.detail.caseNumber ? -1 : 1));
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
}
