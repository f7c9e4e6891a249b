import { Modal, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { activeKeys, setSingleKeys, useSingleKeys } from './keyboard.js';

/** Those that act in fields too, and so are nobody's single keys. */
const ALWAYS: readonly (readonly [readonly string[], string])[] = [
  [['Ctrl K'], 'Chercher ou agir'],
  [['Ctrl Entrée'], 'Envoyer ou valider ce qu’on écrit'],
  [['Entrée'], 'Suivre le lien, ouvrir la ligne à côté de la liste'],
  [['Échap'], 'Fermer ce qui est au-dessus'],
];

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  'shift+enter': 'Maj Entrée',
  'shift+ArrowDown': 'Maj ↓',
  'shift+ArrowUp': 'Maj ↑',
  Escape: 'Échap',
};

/** Every key that works on the screen below, read from the screen itself; and the switch that turns single keys off. */
export function ShortcutHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const on = useSingleKeys();
  return (
    <Modal opened={opened} onClose={onClose} title="Aide et raccourcis" size="lg">
      <Switch
        checked={on}
        onChange={(event) => {
          setSingleKeys(event.currentTarget.checked);
        }}
        label="Raccourcis à une touche"
        description="Jamais actifs pendant la saisie. À couper si vous utilisez une commande vocale."
      />
      <KeyTable title="Toujours" keys={ALWAYS} />
      {opened && on ? activeKeys().map(({ title, keys }) => <KeyTable key={title} title={title} keys={keys} />) : null}
    </Modal>
  );
}

function KeyTable({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly (readonly [readonly string[], string])[];
}): ReactNode {
  return (
    <table className="pv-keys">
      <caption>{title}</caption>
      <tbody>
        {keys.map(([names, label]) => (
          <tr key={label}>
            <th scope="row">
              {names.map((name, index) => (
                <span key={name}>
                  {index === 0 ? '' : ' ou '}
                  <kbd>{nameOf(name)}</kbd>
                </span>
              ))}
            </th>
            <td>{label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf(key: string): string {
  if (key.startsWith('g ')) return `G puis ${key.slice(2).toUpperCase()}`;
  return NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
