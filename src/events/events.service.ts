import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { bufferTime, filter, interval, map, merge, mergeMap, Observable, share, Subject, takeUntil, timer } from 'rxjs';
import { HOUR } from '../../domain/time/instant.js';
import { CaseChanges, type CaseChange, type PresenceChange } from '../database/case-changes.js';

/** Keeps proxies from closing a connection on which nothing happens. */
const HEARTBEAT_MS = 20_000;
/** A stream ends by itself, so that a session that is over stops hearing; browsers come back at once and sign in anew. */
const LONGEST_MS = HOUR / 4;
/** What happens to one case within that time is told once. */
const GATHER_MS = 200;

/** Changes of cases as server events: ids and revisions, never a word of what changed. */
@Injectable()
export class EventsService implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  /** Gathered once for all who listen. */
  private readonly heard: Observable<MessageEvent>;

  constructor(private readonly changes: CaseChanges) {
    const told = new Observable<CaseChange | PresenceChange>((subscriber) =>
      changes.subscribe((change) => {
        subscriber.next(change);
      }),
    ).pipe(share());
    const cases = told.pipe(
      filter((change): change is CaseChange => change.revision !== 'presence'),
      bufferTime(GATHER_MS),
      filter((gathered) => gathered.length > 0),
      mergeMap(latestOfEach),
      map((change): MessageEvent => ({ type: 'case', data: change })),
    );
    const presence = told.pipe(
      filter((change) => change.revision === 'presence'),
      map(({ caseId }): MessageEvent => ({ type: 'presence', data: { caseId } })),
    );
    this.heard = merge(cases, presence).pipe(share());
  }

  stream(): Observable<MessageEvent> {
    const heartbeat = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    return merge(this.heard, heartbeat).pipe(takeUntil(merge(this.closing, timer(LONGEST_MS))));
  }

  /** Open streams would keep the server from closing. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing.next();
    await this.changes.stop();
  }
}

/** The last revision of each case. */
export function latestOfEach(changes: readonly CaseChange[]): readonly CaseChange[] {
  const latest = new Map<string, CaseChange>();
  for (const change of changes) {
    if ((latest.get(change.caseId)?.revision ?? -1) <= change.revision) latest.set(change.caseId, change);
  }
  return [...latest.values()];
}
