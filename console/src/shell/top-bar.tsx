import { ActionIcon, Button, Indicator, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../components/icon.js';
import { useCalls } from '../pages/new-request/calls.js';
import { ago, count } from '../text/format.js';
import { AccountMenu } from './account-menu.js';
import { openPalette } from './palette.js';
import { markToastsSeen, useToasts, useUnseenToasts } from './toasts.js';

interface TopBarProps {
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
  readonly onHelp: () => void;
}

export function TopBar({ menuOpen, onMenu, onHelp }: TopBarProps): ReactNode {
  const calls = useCalls();
  return (
    <header className="pv-top">
      <ActionIcon
        className="pv-menu-button"
        variant="default"
        size="lg"
        aria-label="Menu"
        aria-expanded={menuOpen}
        aria-controls="rail"
        onClick={onMenu}
      >
        <Icon name="menu" />
      </ActionIcon>
      <button type="button" className="pv-palette-button" onClick={openPalette}>
        <Icon name="search" />
        <span>Chercher ou agir…</span>
        <kbd className="pv-wide-only">Ctrl K</kbd>
      </button>
      <div className="pv-top-end">
        {calls.allowed ? (
          <Button
            leftSection={<Icon name="plus" size={16} />}
            rightSection={<kbd className="pv-wide-only">C</kbd>}
            onClick={() => {
              calls.start();
            }}
          >
            Nouvelle demande
          </Button>
        ) : null}
        <Messages />
        <ActionIcon variant="subtle" size="lg" aria-label="Aide et raccourcis" onClick={onHelp}>
          <Icon name="help" />
        </ActionIcon>
        <AccountMenu />
      </div>
    </header>
  );
}

/** The last messages, for whoever was looking elsewhere when they showed. */
function Messages(): ReactNode {
  const toasts = useToasts();
  const unseen = useUnseenToasts();
  return (
    <Popover position="bottom-end" width={320} onOpen={markToastsSeen} withArrow>
      <Indicator disabled={unseen === 0} size={9} offset={6} color="red">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={unseen === 0 ? 'Messages' : `Messages, ${count(unseen, 'non lu', 'non lus')}`}
          >
            <Icon name="bell" />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        {toasts.length === 0 ? <p>Aucun message depuis l’ouverture de la page.</p> : null}
        <ul className="pv-plain-list">
          {toasts.map(({ id, text, at, tone }) => (
            <li key={id}>
              {tone === 'failed' ? <Icon name="alert" size={14} /> : <Icon name="check" size={14} />} {text}
              <span className="pv-row-sub">{ago(at)}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
