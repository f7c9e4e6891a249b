import { ChannelShares, drawnProcesses } from './catalog-draw.js';

const ids = Array.from({ length: 738 }, (_, rank) => `voirie.p${String(rank)}`);

describe('the processes of a day', () => {
  it('are others the day after, and all of them within ten days', () => {
    const days = Array.from({ length: 10 }, (_, seed) => drawnProcesses(ids, { seed, count: 75 }));
    expect(new Set(days.slice(0, 9).flat()).size).toBe(9 * 75);
    expect(new Set(days.flat())).toEqual(new Set(ids));
  });

  it('are the same for the same seed, in whatever order the catalogue is listed', () => {
    expect(drawnProcesses(ids.toReversed(), { seed: 3, count: 20 })).toEqual(
      drawnProcesses(ids, { seed: 3, count: 20 }),
    );
  });
});

describe('the channels of a day', () => {
  it('are all used, the telephone most, and none that a process does not admit', () => {
    const shares = new ChannelShares();
    const all = [
      'letter',
      'teleservice',
      'telephone',
      'quartierCouncil',
      'selfReferral',
      'neighbourhoodTour',
      'email',
      'frontDesk',
    ];
    const used = Array.from({ length: 75 }, (_, rank) => shares.next(rank % 5 === 0 ? ['letter', 'email'] : all));
    expect(new Set(used)).toEqual(new Set(all));
    expect(used.filter((_, rank) => rank % 5 === 0).every((one) => one === 'letter' || one === 'email')).toBe(true);
    expect(used.filter((one) => one === 'telephone').length).toBeGreaterThan(15);
  });
});
