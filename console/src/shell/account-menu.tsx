import { Button, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ROLE_WORDS } from '../../../domain/text/case-words.js';
import { useSession } from '../api/session.js';
import { Icon } from '../components/icon.js';
import { flushDrafts } from '../drafts/draft-store.js';
import { MyAbsence } from './my-absence.js';

const SCHEMES: readonly (readonly [MantineColorScheme, string])[] = [
  ['auto', 'Apparence du système'],
  ['light', 'Clair'],
  ['dark', 'Sombre'],
];

/** Who is signed in, whether they are away, how the screen looks, the way out. */
export function AccountMenu(): ReactNode {
  const { person, roles } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = async (): Promise<void> => {
    await flushDrafts();
    window.location.assign('/auth/logout');
  };
  return (
    <Menu position="bottom-end" width={290} withArrow>
      <Menu.Target>
        <Button variant="subtle" leftSection={<Icon name="people" size={18} />} aria-label={`Compte de ${person.name}`}>
          <span className="pv-wide-only">{person.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.functionTitle === '' ? person.login : person.functionTitle}
          <br />
          {[...new Set(roles.map(({ role }) => ROLE_WORDS[role]))].join(', ')}
        </Menu.Label>
        <MyAbsence />
        <Menu.Divider />
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => {
            setColorScheme(scheme as MantineColorScheme);
          }}
        >
          {SCHEMES.map(([scheme, label]) => (
            <Menu.RadioItem key={scheme} value={scheme}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} to="/notifications">
          Être prévenu
        </Menu.Item>
        <Menu.Item component="a" href="/accessibilite">
          Accessibilité
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>Se déconnecter</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
