import type { ReactNode } from 'react';
import { useTitle } from '../../shell/title.js';
import { typeset } from '../../text/format.js';
import { useDeskView, type DeskView } from './desk-view.js';
import './desk-screen.css';

/** The screen turned to the citizen at the counter: what is written down for them, large, and their number to note. */
export function DeskScreen(): ReactNode {
  useTitle('Écran de l’usager');
  const view = useDeskView();
  return (
    <main className="pv-desk">
      {view === undefined ? (
        <>
          <h1>Bienvenue</h1>
          <p>Ce que vous demandez s’affichera ici pendant que l’agent l’écrit.</p>
        </>
      ) : (
        <Shown view={view} />
      )}
      <p className="pv-desk-rights">
        Vos données servent à traiter votre demande. Vous pouvez demander à y accéder, à les corriger ou à les effacer
        auprès de la mairie.
      </p>
    </main>
  );
}

function Shown({ view: { facts, promise, recorded } }: { readonly view: DeskView }): ReactNode {
  return (
    <>
      <h1>{recorded === undefined ? 'Votre demande' : 'Votre demande est enregistrée'}</h1>
      {recorded === undefined ? null : (
        <p className="pv-desk-number" role="status">
          {recorded.caseNumber}
          <span>{typeset(`Code de suivi : ${recorded.trackingCode}`)}</span>
        </p>
      )}
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {promise === undefined ? null : <p className="pv-desk-promise">{typeset(promise)}</p>}
      {recorded === undefined ? <p>Dites à l’agent ce qui n’est pas exact.</p> : null}
    </>
  );
}
