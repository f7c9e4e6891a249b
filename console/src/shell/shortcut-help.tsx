import { Modal, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.js';
import { useCalls } from '../pages/new-request/calls.js';
import { setSingleKeys, useSingleKeys } from './keyboard.js';
import { placesOf } from './navigation.js';

const IN_LISTS: readonly (readonly [string, string])[] = [
  ['J ou ↓', 'Ligne suivante'],
  ['K ou ↑', 'Ligne précédente'],
  ['Entrée', 'Ouvrir à côté de la liste'],
  ['O ou Maj Entrée', 'Ouvrir en grand'],
  ['X', 'Sélectionner'],
  ['/', 'Chercher dans la liste'],
  ['Échap', 'Fermer ce qui est au-dessus'],
];

/** Every key, and the switch that turns single keys off. */
export function ShortcutHelp({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { roles } = useSession();
  const calls = useCalls();
  const on = useSingleKeys();
  const places = placesOf(roles).flatMap(({ key, label }): [string, string][] =>
    key === undefined ? [] : [[`G puis ${key.toUpperCase()}`, label]],
  );
  const everywhere: (readonly [string, string])[] = [
    ...(calls.allowed ? [['C', 'Nouvelle demande'] as const] : []),
    ['Ctrl K', 'Chercher ou agir'],
    ['Ctrl Entrée', 'Envoyer ou valider ce qu’on écrit'],
    ['?', 'Cette aide'],
  ];
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
      <KeyTable title="Partout" keys={everywhere} />
      <KeyTable title="Dans une liste" keys={IN_LISTS} />
      <KeyTable title="Aller à" keys={places} />
    </Modal>
  );
}

function KeyTable({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
}): ReactNode {
  return (
    <table className="pv-keys">
      <caption>{title}</caption>
      <tbody>
        {keys.map(([key, label]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
