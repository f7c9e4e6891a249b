import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { onSubmitKey } from '../../../shell/submit-key.js';

interface ActSectionProps {
  /** What is being done: the name of the region. */
  readonly label: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Where the hands begin, unless something asks for it by `data-first`. */
const FIRST = 'textarea, input:not([type="hidden"]), select, .pv-form-actions button';

/**
 * An act being prepared, on the page and not over it. It takes the focus when it opens and gives it back when it is put
 * away; Ctrl+Enter presses its one `data-submit`, Escape puts it away with its draft kept.
 */
export function ActSection({ label, onClose, className = '', children }: ActSectionProps): ReactNode {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const chosen = box.current?.querySelector<HTMLElement>('[data-first]');
    (chosen ?? box.current?.querySelector<HTMLElement>(FIRST) ?? box.current)?.focus();
    return () => {
      // Only what was in here left nobody with the focus: whoever moved it elsewhere meanwhile keeps it.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    onSubmitKey(event, () => box.current?.querySelector<HTMLElement>('[data-submit]')?.click());
  };
  return (
    <section
      ref={box}
      className={`pv-act ${className}`.trim()}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKey}
      data-testid="act-panel"
    >
      {children}
    </section>
  );
}
