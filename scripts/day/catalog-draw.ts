import { Chance } from './chance.js';

/** The order in which days meet the processes: the same for every seed, so that one day goes on where another stopped. */
const ORDER = 738;

/**
 * The processes of a day, out of the whole catalogue: each seed takes the slice after that of the seed before, and the
 * draw starts over once every process came up.
 */
export function drawnProcesses(
  ids: readonly string[],
  day: { readonly seed: number; readonly count: number },
): readonly string[] {
  const order = new Chance(ORDER).shuffle(ids.toSorted());
  if (order.length === 0) return [];
  const first = (day.seed * day.count) % order.length;
  return Array.from({ length: day.count }, (_, rank) => order[(first + rank) % order.length] ?? '');
}

/** How often each channel is used, of a hundred requests. */
const SHARES: Readonly<Record<string, number>> = {
  telephone: 27,
  teleservice: 24,
  email: 19,
  frontDesk: 13,
  letter: 8,
  quartierCouncil: 4,
  neighbourhoodTour: 3,
  selfReferral: 2,
};

/** Gives each request a channel that its process admits, and sees that over a day all of them are used. */
export class ChannelShares {
  private readonly used = new Map<string, number>();

  /** The admitted channel that is furthest behind its share. */
  next(admitted: readonly string[]): string {
    const behind = (channel: string): number => ((this.used.get(channel) ?? 0) + 1) / (SHARES[channel] ?? 1);
    const [first = 'frontDesk', ...others] = admitted;
    const channel = others.reduce((best, one) => (behind(one) < behind(best) ? one : best), first);
    this.used.set(channel, (this.used.get(channel) ?? 0) + 1);
    return channel;
  }
}
