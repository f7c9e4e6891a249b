import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useIntention } from '../api/intention.js';
import { asProblem } from '../api/problem.js';
import { addView, hrefOfView, orderViews, removeView, useSavedViews, type ViewDto } from '../api/views.js';
import { Failure } from '../components/state/failure.js';
import { Icon } from '../components/icon.js';
import { Loading } from '../components/state/loading.js';
import { Notice } from '../components/state/notice.js';
import { viewQuery } from './peek.js';
import { copyText } from './copy-text.js';
import { AUDIENCE_WORDS, AudienceChoice, ChangeView, type Audience } from './change-view.js';
import { sayDone, sayFailed, told } from './toasts.js';

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
  const [name, setName] = useState('');
  const [audience, setAudience] = useState<Audience>('mine');
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
      <AudienceChoice value={audience} onChange={setAudience} />
      {problem === undefined ? null : <Notice tone="late" role="alert" title={problem} />}
      <div className="pv-form-actions">
        <Button type="submit" loading={busy} disabled={name.trim() === ''}>
          Enregistrer cette vue
        </Button>
      </div>
    </form>
  );
}

function KeptViews({ onFollow }: { readonly onFollow: () => void }): ReactNode {
  const { pathname } = useLocation();
  const { data, error, isPending, refetch } = useSavedViews();
  if (isPending) return <Loading what="des vues" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  const views = data.filter(({ screen }) => screen === pathname);
  if (views.length === 0) return <p>Aucune vue enregistrée pour cet écran.</p>;
  const move = (from: number, to: number): void => {
    const ids = views.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    void orderViews(pathname, ids).catch(sayFailed);
  };
  return (
    <ul className="pv-plain-list" aria-label="Vues enregistrées">
      {views.map((view, rank) => (
        <KeptView
          key={view.id}
          view={view}
          onFollow={onFollow}
          onUp={
            rank === 0
              ? undefined
              : () => {
                  move(rank, rank - 1);
                }
          }
          onDown={
            rank === views.length - 1
              ? undefined
              : () => {
                  move(rank, rank + 1);
                }
          }
        />
      ))}
    </ul>
  );
}

interface KeptViewProps {
  readonly view: ViewDto;
  readonly onFollow: () => void;
  /** Absent at the end of the list that it cannot leave. */
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
}

function KeptView({ view, onFollow, onUp, onDown }: KeptViewProps): ReactNode {
  const [changing, setChanging] = useState(false);
  const { name, audience, own } = view;
  const copy = (): void => {
    const address = `${window.location.origin}${hrefOfView(view)}`;
    void copyText(address, 'L’adresse de la vue est copiée.');
  };
  const button = (label: string, what: string, onClick: (() => void) | undefined): ReactNode => (
    <Button size="compact-xs" variant="subtle" aria-label={what} disabled={onClick === undefined} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <li>
      <Link to={hrefOfView(view)} onClick={onFollow}>
        {name}
      </Link>
      <span className="pv-row-sub">{AUDIENCE_WORDS[audience]}</span>
      {changing ? (
        <ChangeView
          view={view}
          onDone={() => {
            setChanging(false);
          }}
        />
      ) : (
        <div className="pv-form-actions">
          {button('Copier l’adresse', `Copier l’adresse de ${name}`, copy)}
          {button('Monter', `Monter ${name}`, onUp)}
          {button('Descendre', `Descendre ${name}`, onDown)}
          {own
            ? button('Modifier', `Modifier ${name}`, () => {
                setChanging(true);
              })
            : null}
          {own
            ? button('Supprimer', `Supprimer ${name}`, () => {
                void told(removeView(view), `La vue « ${name} » est supprimée.`);
              })
            : null}
        </div>
      )}
    </li>
  );
}
