import { useEffect, useState, type ReactNode } from 'react';

/** Nothing for the first 300 ms: what comes at once must not flash a skeleton. */
export function Delayed({
  children,
  after = 300,
}: {
  readonly children: ReactNode;
  readonly after?: number;
}): ReactNode {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDue(true);
    }, after);
    return () => {
      clearTimeout(timer);
    };
  }, [after]);
  return due ? children : null;
}
