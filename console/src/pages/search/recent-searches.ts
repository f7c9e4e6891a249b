import { useLocalStorage } from '@mantine/hooks';
import { useSession } from '../../api/session.js';

const KEPT = 8;

export interface RecentSearches {
  /** Each as the parameters of its address, the latest first. */
  readonly all: readonly string[];
  readonly keep: (query: string) => void;
  readonly clear: () => void;
}

/**
 * The last searches of this person on this machine. They hold names of citizens: they are no business of the server, and a
 * machine is shared, so each person has their own.
 */
export function useRecentSearches(): RecentSearches {
  const { person } = useSession();
  const [all, setAll, clear] = useLocalStorage<readonly string[]>({
    key: `parvis.searches ${person.id}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const keep = (query: string): void => {
    if (query === '' || query === all[0]) return;
    setAll([query, ...all.filter((one) => one !== query)].slice(0, KEPT));
  };
  return { all, keep, clear };
}
