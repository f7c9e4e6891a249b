/** Something wrong in a file of the catalogue, said so that whoever writes definitions can put it right. */
export interface CatalogFault {
  /** Path from the catalogue's folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Stable name of the rule, such as `schema.required`. */
  readonly rule: string;
  /** JSON pointer into the file; empty for the file as a whole. */
  readonly pointer: string;
  /** French: what is wrong. */
  readonly message: string;
  /** French: what to write instead. */
  readonly advice: string;
  /** French: lines to read under it, such as the line to paste or a model to follow. */
  readonly below?: readonly string[];
  /** A warning does not refuse the catalogue. */
  readonly severity: 'error' | 'warning';
}

/** `process-catalog/processes/voirie/nid-de-poule.yaml:12: … → …`, and under it what there is to paste or to follow. */
export function printFault(fault: CatalogFault): string {
  const where = `${fault.file}:${String(fault.line)}`;
  const said = `${where}: ${fault.severity === 'warning' ? '(avertissement) ' : ''}${fault.message} → ${fault.advice} [${fault.rule}]`;
  return [said, ...(fault.below ?? [])].join('\n');
}
