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

/** A page whose own title is not known yet, or never will be: it has one all the same. */
export function Untitled({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <h1 className="pv-hidden">{title}</h1>
      {children}
    </>
  );
}
