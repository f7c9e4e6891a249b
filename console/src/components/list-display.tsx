import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useViewParam } from '../shell/peek.js';
import { GROUP_CHOICES, GROUP_PARAM } from './list-groups.js';

interface Named {
  readonly id: string;
  readonly title: string;
}

const DENSITIES = [
  ['confort', 'Confort'],
  ['compact', 'Compact'],
] as const;

export interface Display {
  readonly isCompact: boolean;
  /** Columns left out, by id. */
  readonly leftOut: ReadonlySet<string>;
}

/** How a list is drawn: in its address, so that a saved view keeps it. */
export function useDisplay(): Display {
  const [density] = useViewParam('densite', 'confort');
  const [leftOut] = useViewParam('sans');
  return { isCompact: density === 'compact', leftOut: new Set(leftOut.split(' ').filter((id) => id !== '')) };
}

interface ListDisplayProps {
  readonly columns: readonly Named[];
  readonly groupable: boolean;
}

/** Density, which columns are shown (the first one always is), and what the rows are put together by. */
export function ListDisplay({ columns, groupable }: ListDisplayProps): ReactNode {
  const [density, setDensity] = useViewParam('densite', 'confort');
  const [, setLeftOut] = useViewParam('sans');
  const { leftOut } = useDisplay();
  const toggle = (id: string): void => {
    const next = leftOut.has(id) ? [...leftOut].filter((one) => one !== id) : [...leftOut, id];
    setLeftOut(next.join(' '));
  };
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Button className="pv-list-display pv-no-print" data-groupable={groupable} size="compact-xs" variant="subtle">
          Affichage
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Densité</Menu.Label>
        <Menu.RadioGroup value={density} onChange={setDensity}>
          {DENSITIES.map(([id, label]) => (
            <Menu.RadioItem key={id} value={id}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {groupable ? <GroupChoice /> : null}
        <Menu.Label>Colonnes</Menu.Label>
        {columns.slice(1).map(({ id, title }) => (
          <Menu.CheckboxItem
            key={id}
            checked={!leftOut.has(id)}
            onChange={() => {
              toggle(id);
            }}
          >
            {title}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function GroupChoice(): ReactNode {
  const [group, setGroup] = useViewParam(GROUP_PARAM);
  return (
    <>
      <Menu.Label>Regrouper par</Menu.Label>
      <Menu.RadioGroup value={group} onChange={setGroup}>
        <Menu.RadioItem value="">Rien</Menu.RadioItem>
        {GROUP_CHOICES.map(({ id, label }) => (
          <Menu.RadioItem key={id} value={id}>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
