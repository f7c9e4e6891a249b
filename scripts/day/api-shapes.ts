/** What the day reads of the API's answers: no more than it uses. */

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Receipt {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackingCode: string;
  readonly processId: string;
}

export interface CaseTask {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly role: string;
  readonly department: Named;
  readonly team?: Named;
  readonly holder?: Named;
  readonly substitute?: Named;
}

export interface PossibleAct {
  readonly act: string;
  readonly atOnce?: boolean;
  readonly taskId?: string;
  readonly openRequest?: string;
  readonly effect?: string;
  readonly conclusion?: string;
}

export interface CountedDay {
  readonly date: string;
  readonly counted: boolean;
  readonly reason?: string;
  readonly label?: string;
}

export interface Clock {
  readonly kind: string;
  readonly limit: string;
  readonly state: string;
  readonly words: string;
  readonly dayZero: string;
  readonly promisedOn?: string;
  readonly dueOn?: string;
  readonly pauses: readonly unknown[];
  readonly days: readonly CountedDay[];
}

export interface TimelineEntry {
  readonly at: string;
  readonly code: string;
  readonly essential: boolean;
  readonly actor?: Named;
  readonly actorRole?: string;
  readonly about?: Readonly<Record<string, unknown>>;
}

export interface CaseDetail {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly processId: string;
  readonly organisation: string;
  readonly sensitive: boolean;
  readonly channelWords: string;
  readonly replyChannel: string;
  readonly status: 'open' | 'closed' | 'ended';
  readonly statusWords: string;
  readonly conclusion?: string;
  readonly route: {
    readonly department: Named;
    readonly team: Named;
    readonly holder?: Named;
    readonly head?: Named;
  };
  readonly clocks: readonly Clock[];
  readonly tasks: readonly CaseTask[];
  readonly may: readonly PossibleAct[];
  readonly earlierPersons: readonly { readonly to: string }[];
  readonly openRequests: readonly { readonly id: string; readonly kind: string; readonly until?: string }[];
  readonly answer?: { readonly author: Named; readonly letterId: string; readonly letterHash: string };
  readonly replyState?: string;
  readonly messages: readonly { readonly direction: string; readonly kind: string; readonly state?: string }[];
  readonly timeline: readonly TimelineEntry[];
}

export interface JournalLine {
  readonly revision: number;
  readonly code: string;
  readonly event?: {
    readonly kind: string;
    readonly effect?: unknown;
    readonly command?: { readonly act: { readonly kind: string; readonly decision?: string } };
  };
}

export interface StateCheck {
  readonly agree: boolean;
  readonly workflow: { readonly found: boolean };
  readonly differences: readonly string[];
}

export interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}
