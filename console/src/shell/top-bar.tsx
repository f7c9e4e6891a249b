import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../components/icon.js';
import { useCalls } from '../pages/new-request/calls.js';
import { AccountMenu } from './account-menu.js';
import { NotificationCentre } from './notification-centre.js';
import { openPalette } from './palette.js';

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
        <NotificationCentre />
        <ActionIcon variant="subtle" size="lg" aria-label="Aide et raccourcis" onClick={onHelp}>
          <Icon name="help" />
        </ActionIcon>
        <AccountMenu />
      </div>
    </header>
  );
}
