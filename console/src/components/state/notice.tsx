import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon.js';
import './state.css';

export type NoticeTone = 'plain' | 'info' | 'soon' | 'late' | 'kept';

export interface NoticeProps {
  readonly title: string;
  readonly tone?: NoticeTone;
  readonly icon?: IconName;
  /** `alert` interrupts a screen reader, `status` waits for a pause. */
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A sentence about the state of things, with what can be done about it. */
export function Notice({ title, tone = 'plain', icon, role, children, actions }: NoticeProps): ReactNode {
  return (
    <div className="pv-notice" data-tone={tone} role={role}>
      {icon === undefined ? null : <Icon name={icon} size={20} />}
      <div>
        <p className="pv-notice-title">{title}</p>
        {children}
        {actions === undefined ? null : <div className="pv-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
