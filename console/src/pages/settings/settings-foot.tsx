import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { DraftLine } from '../../drafts/draft-status.js';
import type { FormDraft } from '../../drafts/use-form-draft.js';

interface SettingsFootProps {
  /** The act itself. */
  readonly label?: string;
  readonly form: Pick<FormDraft<object>, 'busy' | 'status' | 'savedAt' | 'giveUp'>;
}

/** What ends a form of settings: it is saved, or its draft is given up. */
export function SettingsFoot({
  label = 'Enregistrer',
  form: { busy, status, savedAt, giveUp },
}: SettingsFootProps): ReactNode {
  return (
    <div className="pv-form-actions">
      <Button type="submit" loading={busy}>
        {label}
      </Button>
      <Button variant="subtle" onClick={() => void giveUp()}>
        Annuler
      </Button>
      <DraftLine status={status} savedAt={savedAt} />
    </div>
  );
}
