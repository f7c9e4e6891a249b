/** What identifies a process that somebody adds; texts as typed. */
export interface NewProcess {
  readonly id: string;
  readonly title: string;
  readonly nature: string;
  readonly organisation: string;
  readonly department: string;
  /** `2` or `10` working days. */
  readonly promiseDays: string;
  readonly signedBy?: string;
  readonly sensitive: boolean;
}
