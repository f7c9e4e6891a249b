import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../api/session.js';

const KEPT = 60;

interface OpenedLately {
  /** Addresses of what was opened, the last one first. */
  readonly lately: readonly string[];
  readonly remember: (address: string) => void;
}

/**
 * What this person opened last on this machine: screens, requests, citizens, sheets of knowledge. Addresses only, without
 * what was searched for there, and each person has their own: a machine is shared.
 */
export function useOpenedLately(openCase: string | undefined): OpenedLately {
  const { person } = useSession();
  const { pathname } = useLocation();
  const [lately, setLately] = useLocalStorage<readonly string[]>({
    key: `parvis.opened ${person.id}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const remember = useCallback(
    (address: string): void => {
      setLately((all) =>
        all[0] === address ? all : [address, ...all.filter((one) => one !== address)].slice(0, KEPT),
      );
    },
    [setLately],
  );
  useEffect(() => {
    remember(pathname);
    if (openCase !== undefined) remember(caseAddress(openCase));
  }, [pathname, openCase, remember]);
  return { lately, remember };
}

export function caseAddress(caseId: string): string {
  return `/dossiers/${caseId}`;
}

interface Ranking<T> {
  readonly addressOf: (item: T) => string;
  /** Those of the same worth answer what was typed as well as one another; all do, unless said otherwise. */
  readonly worthOf?: (item: T) => number;
}

/** The worthiest first, and among equals what was opened lately; the others stay in their order. */
export function latelyFirst<T>(
  items: readonly T[],
  lately: readonly string[],
  { addressOf, worthOf = () => 0 }: Ranking<T>,
): readonly T[] {
  const rankOf = (item: T): number => {
    const rank = lately.indexOf(addressOf(item));
    return rank === -1 ? lately.length : rank;
  };
  return items.toSorted((one, other) => worthOf(other) - worthOf(one) || rankOf(one) - rankOf(other));
}
