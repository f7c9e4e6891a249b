import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useIntention } from '../api/intention.js';
import { asProblem } from '../api/problem.js';
import { useSession, type SessionView } from '../api/session.js';
import { addView, hrefOfView, removeView, renameView, useSavedViews, type ViewDto } from '../api/views.js';
import { Failure } from '../components/state/failure.js';
import { Icon } from '../components/icon.js';
import { Loading } from '../components/state/loading.js';
import { Notice } from '../components/state/notice.js';
import { viewQuery } from './peek.js';
import { sayDone, told } from './toasts.js';

export const AUDIENCE_WORDS: Readonly<Record<string, string>> = {
  mine: 'Pour moi',
  team: 'Pour mon équipe',
  organisation: 'Pour mon organisation',
};

/** Filters kept under a name, for oneself or for others; each is an address. */
export function SavedViews(): ReactNode {
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    setOpened(true);
  };
  return (
    <>
      <Button className="pv-no-print" variant="default" leftSection={<Icon name="list" size={16} />} onClick={open}>
        Vues
      </Button>
      <Modal
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        title="Vues enregistrées de cet écran"
      >
        <KeepView />
        <KeptViews
          onFollow={() => {
            setOpened(false);
          }}
        />
      </Modal>
    </>
  );
}

function KeepView(): ReactNode {
  const { pathname, search } = useLocation();
  const session = useSession();
  const [name, setName] = useState('');
  const [audience, setAudience] = useState<'mine' | 'team' | 'organisation'>('mine');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const keyFor = useIntention();
  const keep = async (): Promise<void> => {
    if (busy) return;
    const view = { audience, screen: pathname, name: name.trim(), query: viewQuery(search) };
    setBusy(true);
    setProblem(undefined);
    try {
      await addView(view, keyFor(view));
      sayDone(`La vue « ${view.name} » est enregistrée.`);
      setName('');
    } catch (error) {
      setProblem(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="pv-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextInput
        label="Nom de la vue"
        description="Les filtres affichés en ce moment, et eux seuls : chacun y voit ce qu’il a le droit de voir."
        required
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <SegmentedControl
        fullWidth
        aria-label="À qui la montrer"
        value={audience}
        data={audiencesOf(session).map((value) => ({ value, label: AUDIENCE_WORDS[value] ?? value }))}
        onChange={setAudience}
      />
      {problem === undefined ? null : <Notice tone="late" role="alert" title={problem} />}
      <div className="pv-form-actions">
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          Enregistrer cette vue
        </Button>
      </div>
    </form>
  );
}

function audiencesOf({ roles }: SessionView): readonly ('mine' | 'team' | 'organisation')[] {
  return roles.some(({ team }) => team !== undefined) ? ['mine', 'team', 'organisation'] : ['mine', 'organisation'];
}

function KeptViews({ onFollow }: { readonly onFollow: () => void }): ReactNode {
  const { pathname } = useLocation();
  const { data, error, isPending, refetch } = useSavedViews();
  if (isPending) return <Loading what="des vues" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  const views = data.filter(({ screen }) => screen === pathname);
  if (views.length === 0) return <p>Aucune vue enregistrée pour cet écran.</p>;
  return (
    <ul className="pv-plain-list" aria-label="Vues enregistrées">
      {views.map((view) => (
        <KeptView key={view.id} view={view} onFollow={onFollow} />
      ))}
    </ul>
  );
}

function KeptView({ view, onFollow }: { readonly view: ViewDto; readonly onFollow: () => void }): ReactNode {
  const [renaming, setRenaming] = useState(false);
  const { id, name, audience, own } = view;
  const copy = (): void => {
    const address = `${window.location.origin}${hrefOfView(view)}`;
    void told(navigator.clipboard.writeText(address), 'L’adresse de la vue est copiée.');
  };
  return (
    <li>
      <Link to={hrefOfView(view)} onClick={onFollow}>
        {name}
      </Link>
      <span className="pv-row-sub">{AUDIENCE_WORDS[audience]}</span>
      {renaming ? (
        <Rename
          view={view}
          onDone={() => {
            setRenaming(false);
          }}
        />
      ) : (
        <div className="pv-form-actions">
          <Button size="compact-xs" variant="subtle" onClick={copy} aria-label={`Copier l’adresse de ${name}`}>
            Copier l’adresse
          </Button>
          {own ? (
            <>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Renommer ${name}`}
                onClick={() => {
                  setRenaming(true);
                }}
              >
                Renommer
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Supprimer ${name}`}
                onClick={() => void told(removeView(id), `La vue « ${name} » est supprimée.`)}
              >
                Supprimer
              </Button>
            </>
          ) : null}
        </div>
      )}
    </li>
  );
}

function Rename({ view, onDone }: { readonly view: ViewDto; readonly onDone: () => void }): ReactNode {
  const [name, setName] = useState(view.name);
  const given = name.trim();
  return (
    <form
      className="pv-filters"
      onSubmit={(event) => {
        event.preventDefault();
        if (given === '') return;
        void told(renameView(view.id, given), 'La vue est renommée.').then((done) => {
          if (done) onDone();
        });
      }}
    >
      <TextInput
        className="pv-grow"
        label="Nouveau nom"
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" disabled={given === ''}>
        Renommer
      </Button>
      <Button variant="subtle" onClick={onDone}>
        Annuler
      </Button>
    </form>
  );
}
