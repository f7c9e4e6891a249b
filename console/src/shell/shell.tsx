import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { useServerEvents } from '../api/events.js';
import { asProblem } from '../api/problem.js';
import { sessionQuery, signIn, useSession } from '../api/session.js';
import { Failure } from '../components/state/failure.js';
import { Loading } from '../components/state/loading.js';
import { fetchProcessForm } from '../components/process-form/later-process-form.js';
import { CallPanel } from '../pages/new-request/call-panel.js';
import { useCalls } from '../pages/new-request/calls.js';
import { useShortcuts, type Shortcut } from './keyboard.js';
import { placesOf } from './navigation.js';
import { Palette, openPalette } from './palette.js';
import { viewKey } from './peek.js';
import { Rail } from './rail.js';
import { ShortcutHelp } from './shortcut-help.js';
import { Strips } from './strips.js';
import { undoLast, useUndoable } from './toasts.js';
import { TopBar } from './top-bar.js';
import { longDate, today, typeset } from '../text/format.js';
import { useFocusOnArrival } from './arrival.js';

const COLLAPSED = 'parvis.rail-collapsed';

/** Waits for the session: without one, the person signs in and comes back to this very address. */
export function Shell(): ReactNode {
  const { data, isPending, error, refetch } = useQuery(sessionQuery);
  if (isPending) return <Loading what="de Parvis" />;
  // Once the page is there it stays, with all that is typed in it: strips say that the session or the server went away.
  if (data !== undefined) return <SignedIn />;
  if (asProblem(error).status === 401) {
    signIn();
    return null;
  }
  return (
    <main className="pv-main">
      <h1 className="pv-hidden">Parvis</h1>
      <Failure error={error} onRetry={() => void refetch()} />
    </main>
  );
}

function SignedIn(): ReactNode {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED) === 'true');
  const [railOpen, setRailOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  const main = useFocusOnArrival();
  const calls = useCalls();
  useEffect(() => {
    if (calls.allowed) requestIdleCallback(fetchProcessForm);
  }, [calls.allowed]);
  const location = useLocation();
  useServerEvents();
  useGlobalKeys(() => {
    setHelpOpen(true);
  });
  const collapse = (): void => {
    localStorage.setItem(COLLAPSED, String(!collapsed));
    setCollapsed(!collapsed);
  };
  return (
    <>
      <a className="pv-skip" href="#contenu">
        Aller au contenu
      </a>
      <div className="pv-shell" data-collapsed={collapsed}>
        <Rail
          collapsed={collapsed}
          open={railOpen}
          onCollapse={collapse}
          onFollow={() => {
            setRailOpen(false);
          }}
        />
        <div>
          <Strips />
          <TopBar
            onMenu={() => {
              setRailOpen(!railOpen);
            }}
            menuOpen={railOpen}
            onHelp={() => {
              setHelpOpen(true);
            }}
          />
          <main className="pv-main" id="contenu" tabIndex={-1} ref={main}>
            <Suspense fallback={<Loading what="de la page" />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <CallPanel />
      <Palette />
      <ShortcutHelp
        opened={helpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
      <ScrollRestoration getKey={viewKey} />
      <p className="pv-print-foot" hidden>
        {typeset(`Parvis · ${window.location.host}${location.pathname} · imprimé le ${longDate(today())}`)}
      </p>
    </>
  );
}

function useGlobalKeys(onHelp: () => void): void {
  const { roles } = useSession();
  const calls = useCalls();
  const navigate = useNavigate();
  const undoable = useUndoable();
  const goTo = placesOf(roles).flatMap(({ key, to, label }): [string, Shortcut][] =>
    key === undefined ? [] : [[`g ${key}`, { label, act: () => void navigate(to) }]],
  );
  useShortcuts('Aller à', Object.fromEntries(goTo));
  useShortcuts('Partout', {
    ...(calls.allowed
      ? {
          c: {
            label: 'Nouvelle demande',
            act: () => {
              calls.start();
            },
          },
        }
      : {}),
    ...(undoable ? { z: { label: 'Annuler ce qui vient d’être fait', act: () => void undoLast() } } : {}),
    '/': { label: 'Chercher', act: search },
    '?': { label: 'Cette aide', act: onHelp },
  });
}

/** In the list where there is one, everywhere otherwise. */
function search(): void {
  const field = document.querySelector<HTMLElement>('[data-list-search]');
  if (field === null) openPalette();
  else field.focus();
}
