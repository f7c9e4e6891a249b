import type { ReactNode } from 'react';

export interface PageHeadProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** The one `h1` of a page, a line about it, its acts. */
export function PageHead({ title, lead, children }: PageHeadProps): ReactNode {
  return (
    <div className="pv-page-head">
      <div>
        <h1>{title}</h1>
        {lead === undefined ? null : <p>{lead}</p>}
      </div>
      {children === undefined ? null : <div className="pv-page-actions">{children}</div>}
    </div>
  );
}
