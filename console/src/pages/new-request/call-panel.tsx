import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../components/icon.js';
import { useDraft } from '../../drafts/use-draft.js';
import { useCalls, type Call, type Calls } from './calls.js';
import { CallForm } from './call-form.js';
import { EMPTY_REQUEST, titleOf, type RequestForm } from './request-form.js';
import './call-panel.css';

/** Over any screen, never in its way: one tab for each request being taken down. */
export function CallPanel(): ReactNode {
  const calls = useCalls();
  const { active, allowed } = calls;
  if (active === undefined || !allowed) return null;
  return <Panel calls={calls} active={active} />;
}

function Panel({ calls, active }: { readonly calls: Calls; readonly active: Call }): ReactNode {
  // Taken before any field of the panel takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    calls.hide();
  };
  return (
    <section className="pv-call" aria-label="Nouvelle demande" onKeyDown={onKey}>
      <div className="pv-call-bar">
        <ul className="pv-call-tabs" aria-label="Demandes en cours de saisie">
          {calls.open.map((call, index) => (
            <li key={call.key}>
              <CallTab
                call={call}
                rank={index + 1}
                current={call.key === active.key}
                onShow={() => {
                  calls.show(call.key);
                }}
              />
            </li>
          ))}
        </ul>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => {
            calls.start();
          }}
        >
          Autre appel
        </Button>
        {active.startedAt === undefined ? null : <CallTimer since={active.startedAt} />}
        <ActionIcon
          variant="subtle"
          aria-label="Ranger le panneau, le brouillon est gardé"
          onClick={() => {
            calls.hide();
          }}
        >
          <Icon name="close" />
        </ActionIcon>
      </div>
      <CallForm
        key={active.key}
        call={active}
        onClose={() => {
          calls.close(active.key);
        }}
        onAnother={() => {
          calls.close(active.key);
          calls.start();
        }}
      />
    </section>
  );
}

function CallTab({
  call,
  rank,
  current,
  onShow,
}: {
  readonly call: Call;
  readonly rank: number;
  readonly current: boolean;
  readonly onShow: () => void;
}): ReactNode {
  const draft = useDraft<RequestForm>({ kind: 'request', key: call.key }, EMPTY_REQUEST);
  const { value } = draft;
  const name = value.words === '' && value.citizen.kind === 'unset' ? `Demande ${String(rank)}` : titleOf(value);
  return (
    <button type="button" className="pv-tab" aria-current={current ? 'true' : undefined} onClick={onShow}>
      <span className="pv-call-tab-name">{name}</span>
    </button>
  );
}

/** How long the person has been on the telephone. */
function CallTimer({ since }: { readonly since: number }): ReactNode {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const words = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <span className="pv-call-timer" role="timer" aria-label="Durée de l’appel" aria-live="off">
      {words}
    </span>
  );
}
