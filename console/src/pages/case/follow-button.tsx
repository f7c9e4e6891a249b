import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { followCase } from '../../api/notifications.js';
import { Icon } from '../../components/icon.js';
import { told } from '../../shell/toasts.js';

/** To hear of a case that one does not hold; pressed again, no longer. */
export function FollowButton({
  caseFile: { caseId, caseNumber, following },
}: {
  readonly caseFile: CaseDetailDto;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  const followed = following === 'followed';
  const change = async (): Promise<void> => {
    setBusy(true);
    await told(
      followCase(caseId, followed ? 'none' : 'followed'),
      followed ? `Vous ne suivez plus ${caseNumber}.` : `Vous suivez ${caseNumber} : ce qui s’y passe vous sera dit.`,
    );
    setBusy(false);
  };
  return (
    <Button
      className="pv-no-print"
      size="compact-sm"
      variant={followed ? 'light' : 'subtle'}
      leftSection={<Icon name="bell" size={14} />}
      aria-pressed={followed}
      loading={busy}
      onClick={() => void change()}
    >
      {followed ? 'Suivie' : 'Suivre'}
    </Button>
  );
}
