import { firstValueFrom, take, toArray } from 'rxjs';
import type { CaseChange, CaseChanges } from '../database/case-changes.js';
import { EventsService, latestOfEach } from './events.service.js';

/** Stands for the database connection: whoever listens hears what the test says. */
class HandChanges {
  private readonly listeners = new Set<(change: CaseChange) => void>();

  subscribe(listener: (change: CaseChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  say(change: CaseChange): void {
    for (const listener of this.listeners) listener(change);
  }

  get heardBy(): number {
    return this.listeners.size;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

describe('server events', () => {
  it('tell the last revision of each case once, whatever the order in which they came', () => {
    const changes = [
      { caseId: 'a', revision: 2 },
      { caseId: 'b', revision: 1 },
      { caseId: 'a', revision: 3 },
      { caseId: 'a', revision: 1 },
    ];
    expect(latestOfEach(changes)).toEqual([
      { caseId: 'a', revision: 3 },
      { caseId: 'b', revision: 1 },
    ]);
  });

  it('carry ids and revisions only', async () => {
    const changes = new HandChanges();
    const events = new EventsService(changes as unknown as CaseChanges);
    const first = firstValueFrom(events.stream().pipe(take(1), toArray()));
    changes.say({ caseId: 'a', revision: 7 });
    expect(await first).toEqual([{ type: 'case', data: { caseId: 'a', revision: 7 } }]);
    expect(changes.heardBy).toBe(0);
  });

  it('end when the server closes', async () => {
    const changes = new HandChanges();
    const events = new EventsService(changes as unknown as CaseChanges);
    const all = firstValueFrom(events.stream().pipe(toArray()));
    await events.beforeApplicationShutdown();
    expect(await all).toEqual([]);
    expect(changes.heardBy).toBe(0);
  });
});
