import type { ReactNode } from 'react';
import type { RequestForm } from './request-form.js';

/** What each part of the form gets. */
export interface StepProps {
  /** Of the ids of its fields: several requests are being taken down at once. */
  readonly prefix: string;
  readonly form: RequestForm;
  readonly onChange: (change: Partial<RequestForm>) => void;
  readonly onBlur: () => void;
}

export function StepTitle({
  id,
  rank,
  title,
}: {
  readonly id: string;
  readonly rank: number;
  readonly title: string;
}): ReactNode {
  return (
    <h2 id={id}>
      <span className="pv-step-mark" aria-hidden="true">
        {rank}
      </span>
      {title}
    </h2>
  );
}
