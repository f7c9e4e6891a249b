import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { typeset } from '../text/format.js';

export interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly consequence: string;
  /** The act itself: « Confirmer l’envoi par la poste », never « OK ». */
  readonly confirmLabel: string;
  readonly loading?: boolean;
  /** Something is still missing. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Before what leaves the house or cannot be taken back. */
export function Confirm({
  opened,
  title,
  consequence,
  confirmLabel,
  loading = false,
  disabled = false,
  onConfirm,
  onClose,
  children,
}: ConfirmProps): ReactNode {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Text mb="sm">{typeset(consequence)}</Text>
      {children}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        <Button loading={loading} disabled={disabled} onClick={onConfirm} data-autofocus>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
