import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { BenchDto } from '../../api/design.js';
import { useIntention } from '../../api/intention.js';
import { keepTrial } from '../../api/trials.js';
import { told } from '../../shell/toasts.js';

/** Names the play that stands on the bench, so that it is replayed at each new version. */
export function KeepTrial({ processId, play }: { readonly processId: string; readonly play: BenchDto }): ReactNode {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const keyFor = useIntention();
  const keep = async (): Promise<void> => {
    if (name.trim() === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    const done = await told(
      keepTrial(processId, { name, play }, keyFor({ name, play })),
      'Essai gardé : il est sur la page du processus.',
    );
    setBusy(false);
    if (done) setName('');
  };
  return (
    <form
      className="pv-form"
      noValidate
      aria-label="Garder comme essai"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h2>Garder comme essai</h2>
      <TextInput
        label="Ce que montre cet essai"
        required
        maxLength={160}
        value={name}
        error={missing && name.trim() === '' ? 'Donnez un nom à cet essai.' : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" loading={busy}>
        Garder comme essai
      </Button>
    </form>
  );
}
