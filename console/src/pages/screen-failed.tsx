import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { Notice } from '../components/state/notice.js';

/** A fault of ours in a screen: the rest of the console goes on, drafts are kept. */
export function ScreenFailed(): ReactNode {
  const error = useRouteError();
  const stale = error instanceof TypeError && /import/i.test(error.message);
  return (
    <main className="pv-main">
      <h1>{stale ? 'Parvis a été mis à jour' : 'Cet écran n’a pas pu s’afficher'}</h1>
      <Notice
        tone="late"
        icon="alert"
        role="alert"
        title="Ce que vous avez écrit est gardé."
        actions={
          <Button
            onClick={() => {
              window.location.reload();
            }}
          >
            Recharger la page
          </Button>
        }
      />
    </main>
  );
}
