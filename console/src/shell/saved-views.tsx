import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { addView, hrefOfView, orderViews, removeView, useSavedViews, type ViewDto } from '../api/views.js';
import { Failure } from '../components/state/failure.js';
import { Icon } from '../components/icon.js';
import { Loading } from '../components/state/loading.js';
import { Notice } from '../components/state/notice.js';
import { copyText } from './copy-text.js';
import { DraftLine } from '../drafts/draft-status.js';
import { useFormDraft } from '../drafts/use-form-draft.js';
import { FORM, useOverParam, viewQuery } from './peek.js';
import { AUDIENCE_WORDS, ChangeView, NameAndAudience, type Audience } from './change-view.js';
import { sayDone, sayFailed, told } from './toasts.js';

/** Filters kept under a name, for oneself or for others; each is an address. */
export function SavedViews(): ReactNode {
  const { pathname } = useLocation();
  const key = viewsKey(pathname);
  const [asked, setAsked] = useOverParam(FORM);
  const opened = asked === key || asked?.startsWith(`${key} `) === true;
  const open = (): void => {
    setAsked(key);
  };
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <>
      <Button className="pv-no-print" variant="default" leftSection={<Icon name="list" size={16} />} onClick={open}>
        Vues
      </Button>
      <Modal opened={opened} onClose={close} title="Vues enregistrées de cet écran">
        <KeepView />
        <KeptViews onFollow={close} />
      </Modal>
    </>
  );
}

const UNNAMED: { readonly name: string; readonly audience: Audience } = { name: '', audience: 'mine' };

function viewsKey(screen: string): string {
  return `view:${screen}`;
}

function KeepView(): ReactNode {
  const { pathname, search } = useLocation();
  const form = useFormDraft(viewsKey(pathname), 'Vue à enregistrer', UNNAMED);
  const { name, audience } = form.value;
  const keep = async (): Promise<void> => {
    const view = { audience, screen: pathname, name: name.trim(), query: viewQuery(search) };
    if (await form.submit(() => form.once(view, (key) => addView(view, key))))
      sayDone(`La vue « ${view.name} » est enregistrée.`);
  };
  return (
    <form
      className="pv-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <NameAndAudience
        label="Nom de la vue"
        description="Les filtres affichés en ce moment, et eux seuls : chacun y voit ce qu’il a le droit de voir."
        required
        form={form}
      />
      {form.problem === undefined ? null : <Notice tone="late" role="alert" title={form.problem.message} />}
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy} disabled={name.trim() === ''}>
          Enregistrer cette vue
        </Button>
        <DraftLine status={form.status} savedAt={form.savedAt} />
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
  const { id, name, screen, audience, own } = view;
  const key = `${viewsKey(screen)} ${id}`;
  const [asked, setAsked] = useOverParam(FORM);
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
      {asked === key ? (
        <ChangeView
          draftKey={key}
          view={view}
          onDone={() => {
            setAsked(viewsKey(screen));
          }}
        />
      ) : (
        <div className="pv-form-actions">
          {button('Copier l’adresse', `Copier l’adresse de ${name}`, copy)}
          {button('Monter', `Monter ${name}`, onUp)}
          {button('Descendre', `Descendre ${name}`, onDown)}
          {own
            ? button('Modifier', `Modifier ${name}`, () => {
                setAsked(key);
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
