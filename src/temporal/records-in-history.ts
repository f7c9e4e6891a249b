import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { JournalLine, RevisionRecord } from '../../domain/case/revision-record.js';
import type { CommandAnswer } from '../../workflows/contract/messages.js';

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];
type Payload = Parameters<typeof defaultPayloadConverter.fromPayload>[0];

/**
 * What the engine ever handed over for storing, read back from its own histories: each revision went out in the answer
 * to a command or in the input of `recordCase`, so together they hold every line, for as long as Temporal keeps the runs.
 * @returns the latest record with all the lines found; undefined where no run is kept
 */
export async function recordsInHistory(client: Client, workflowId: string): Promise<RevisionRecord | undefined> {
  const records: RevisionRecord[] = [];
  for (let runId: string | undefined, first = true; first || runId !== undefined; first = false) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    records.push(...(events ?? []).flatMap(recordsOf));
    runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
    if (runId === '') break;
  }
  const latest = records.reduce<RevisionRecord | undefined>(
    (found, record) => (found === undefined || record.revision > found.revision ? record : found),
    undefined,
  );
  return latest === undefined ? undefined : { ...latest, lines: distinctLines(records) };
}

function recordsOf(event: HistoryEvent): readonly RevisionRecord[] {
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled?.activityType?.name === 'recordCase')
    return decoded(scheduled.input?.payloads) as readonly RevisionRecord[];
  const answered = event.workflowExecutionUpdateCompletedEventAttributes?.outcome?.success;
  return (decoded(answered?.payloads) as readonly CommandAnswer[]).map(({ record }) => record);
}

function decoded(payloads: readonly Payload[] | null | undefined): readonly unknown[] {
  const [payload] = payloads ?? [];
  return payload === undefined ? [] : [defaultPayloadConverter.fromPayload<unknown>(payload)];
}

function distinctLines(records: readonly RevisionRecord[]): readonly JournalLine[] {
  const lines = new Map(records.flatMap(({ lines: some }) => some.map((line) => [keyOf(line), line] as const)));
  return [...lines.values()].sort((one, other) => one.revision - other.revision || one.line - other.line);
}

function keyOf({ revision, line }: JournalLine): string {
  return `${String(revision)}.${String(line)}`;
}
