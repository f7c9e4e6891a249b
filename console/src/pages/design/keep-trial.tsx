import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { BenchDto } from '../../api/design.js';
import { keepTrial } from '../../api/trials.js';
import { Failure } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';

const UNNAMED = { name: '' };

/** Names the play that stands on the bench, so that it is replayed at each new version. */
export function KeepTrial({ processId, play }: { readonly processId: string; readonly play: BenchDto }): ReactNode {
  const form = useFormDraft(`trial:${processId}`, 'Essai', UNNAMED);
  const { name } = form.value;
  const [missing, setMissing] = useState(false);
  const keep = async (): Promise<void> => {
    if (name.trim() === '') {
      setMissing(true);
      return;
    }
    const trial = { name, play };
    if (!(await form.submit(() => form.once(trial, (key) => keepTrial(processId, trial, key))))) return;
    setMissing(false);
    sayDone('Essai gardé : il est sur la page du processus.');
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
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <TextInput
        label="Ce que montre cet essai"
        required
        maxLength={160}
        value={name}
        error={missing && name.trim() === '' ? 'Donnez un nom à cet essai.' : undefined}
        onChange={(event) => {
          form.change({ name: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      <Button type="submit" variant="default" loading={form.busy}>
        Garder comme essai
      </Button>
      <DraftLine status={form.status} savedAt={form.savedAt} />
    </form>
  );
}
