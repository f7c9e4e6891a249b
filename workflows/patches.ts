/**
 * Every `patched()` id of this folder, with its reason, the date it came and the date after which no open case can need
 * it. None so far: rules change by `caseFile.rulesVersion`; a patch is for a change of the commands that are issued.
 */
export const PATCHES = [] as const satisfies readonly {
  readonly id: string;
  readonly reason: string;
  readonly since: string;
  readonly until: string;
}[];
