import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useReturn } from '../api/absences.js';
import { useConnection } from '../api/connection.js';
import { useNotifications } from '../api/notifications.js';
import { authenticateAgain, signIn, useSession } from '../api/session.js';
import { agree, count, listOf, typeset } from '../text/format.js';

const WARN_BEFORE = 2 * 60_000;
/** More names would be a list, and that is among the notifications. */
const NAMED_AT_MOST = 3;

/** Only when needed: offline, the server away, the session about to end, acting for somebody. */
export function Strips(): ReactNode {
  return (
    <>
      <ConnectionStrip />
      <SessionStrip />
      <ReplacesStrip />
      <ReturnStrip />
    </>
  );
}

function ConnectionStrip(): ReactNode {
  const connection = useConnection();
  const now = useNow(connection.kind === 'retrying' ? 1000 : undefined);
  switch (connection.kind) {
    case 'ok':
      return null;
    case 'offline':
      return <Strip>Hors ligne — ce que vous écrivez est gardé sur ce poste et partira au retour du réseau.</Strip>;
    case 'retrying': {
      const seconds = Math.max(0, Math.ceil((connection.at - now) / 1000));
      const reference = connection.reference === undefined ? '' : ` (réf. ${connection.reference})`;
      return (
        <Strip>
          {typeset(`Service momentanément indisponible${reference}.`)}
          <span aria-hidden="true">{typeset(`Nouvelle tentative dans ${String(seconds)} s.`)}</span>
        </Strip>
      );
    }
    case 'signedOut':
      return (
        <Strip tone="late">
          Votre session est terminée. Ce que vous avez écrit est gardé.
          <Button size="compact-sm" onClick={signIn}>
            Se reconnecter
          </Button>
        </Strip>
      );
  }
}

function SessionStrip(): ReactNode {
  const { expiresAt } = useSession();
  const now = useNow(15_000);
  const left = Date.parse(expiresAt) - now;
  if (left > WARN_BEFORE || left <= 0) return null;
  return (
    <Strip>
      {typeset(
        `Votre session se termine dans ${String(Math.ceil(left / 60_000))} min. Rien de ce que vous écrivez n’est perdu.`,
      )}
      <Button size="compact-sm" onClick={authenticateAgain}>
        Rester connecté
      </Button>
    </Strip>
  );
}

function ReplacesStrip(): ReactNode {
  const { replaces } = useSession();
  const { data } = useNotifications();
  const absent = new Set(replaces).size;
  if (absent === 0) return null;
  const names = [...new Set(data?.replacements.map(({ person }) => person.name))];
  const who =
    names.length === absent && names.length <= NAMED_AT_MOST
      ? listOf(names)
      : count(absent, 'personne absente', 'personnes absentes');
  return (
    <Strip tone="info">
      {typeset(
        `Vous remplacez aujourd’hui ${who} : ${agree(absent, 'son', 'leur')} travail est aussi dans vos listes.`,
      )}
    </Strip>
  );
}

function ReturnStrip(): ReactNode {
  const { data } = useReturn();
  if (data?.absence === undefined || data.seen) return null;
  return (
    <Strip tone="info">
      Vous revenez d’absence.
      <Link to="/absences">Ce qui s’est passé pendant votre absence</Link>
    </Strip>
  );
}

function Strip({
  tone = 'soon',
  children,
}: {
  readonly tone?: 'soon' | 'late' | 'info';
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className="pv-strip" data-tone={tone} role={tone === 'info' ? undefined : 'status'}>
      {children}
    </div>
  );
}

function useNow(every: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === undefined) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, every);
    return () => {
      clearInterval(timer);
    };
  }, [every]);
  return now;
}
