import { readFileSync } from 'node:fs';
import type { TownHall } from './town-hall.js';

interface DemoRequest {
  readonly processId?: string;
  readonly channel?: string;
  readonly words: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly place?: unknown;
  readonly citizen?: unknown;
  readonly replyChannel?: string;
}

/** Puts the first requests of the demonstration town into the running product, entered by an ambassador. */
export async function fillTownHall(townHall: TownHall, howMany: number): Promise<void> {
  const lines = readFileSync('town/demo/requests.jsonl', 'utf8').trim().split('\n').slice(0, howMany);
  for (const line of lines) {
    const {
      processId,
      channel = 'telephone',
      words,
      answers,
      place,
      citizen,
      replyChannel,
    } = JSON.parse(line) as DemoRequest;
    const given = { processId, channel, words, answers, place, citizen, replyChannel };
    // Some name files that only a day's run sends before: those few are refused, and not missed here.
    await townHall.post('ambassadrice1', '/requests', given);
  }
}
