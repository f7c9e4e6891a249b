/** Cases and their effects. */
export const CASE_TASK_QUEUE = 'cases';

/** The workflow id of a case is its case id: to follow a real case, look for it. */
export function workflowIdOf(caseId: string): string {
  return caseId;
}
