import { Button, Radio, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  addCallback,
  useCallbackDays,
  useCaseCallbacks,
  type CallbackDto,
  type NewCallbackDto,
} from '../../api/callbacks.js';
import type { CaseDetailDto } from '../../api/cases.js';
import { useSession } from '../../api/session.js';
import { CallbackActs } from '../../components/callback-acts.js';
import { Failure, Partial } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { useOpenForm } from '../../shell/peek.js';
import { sayDone } from '../../shell/toasts.js';
import { dayAndMonth, today, typeset } from '../../text/format.js';

/** « Me rappeler le … »: what is to be done again about this request, and on which day. */
export function CaseCallbacks({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  // Whoever only administers writes nothing on a case.
  const mayWrite = useSession().roles.some(({ role }) => role !== 'administrator' && role !== 'designer');
  const { data, error, refetch } = useCaseCallbacks(caseFile.caseId, mayWrite);
  const [open, setOpen] = useOpenForm(keyOf(caseFile.caseId));
  const mayAdd = mayWrite && caseFile.setAside === undefined;
  const begin = (): void => {
    setOpen(true);
  };
  useShortcuts('Sur la demande', mayAdd ? { s: { label: 'Me rappeler le…', act: begin } } : {});
  if (!mayAdd) return null;
  return (
    <section className="pv-card pv-card-body">
      <h2>Rappels</h2>
      {error === null ? null : <Partial what="Les rappels" onRetry={() => void refetch()} />}
      <ul className="pv-plain-list">
        {data?.map((callback) => (
          <OneCallback key={callback.id} callback={callback} />
        ))}
      </ul>
      {open ? (
        <CallbackForm
          caseFile={caseFile}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : (
        <Button
          className="pv-no-print"
          size="compact-sm"
          variant="default"
          rightSection={<kbd className="pv-wide-only">S</kbd>}
          onClick={begin}
        >
          Me rappeler le…
        </Button>
      )}
    </section>
  );
}

function OneCallback({ callback }: { readonly callback: CallbackDto }): ReactNode {
  const { dueOn, note, person, team } = callback;
  const late = dueOn < today();
  return (
    <li>
      <strong>{typeset(`${dayAndMonth(dueOn)}${late ? ', en retard' : ''}`)}</strong>
      <p className="pv-words">{note}</p>
      <span className="pv-row-sub">{typeset(`Pour ${person?.name ?? team?.name ?? ''}`)}</span>
      <CallbackActs callback={callback} />
    </li>
  );
}

/** The form was asked for: its first field that is not filled yet takes the focus. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
}

function keyOf(caseId: string): string {
  return `callback:${caseId}`;
}

type Audience = NewCallbackDto['audience'];

function CallbackForm({
  caseFile: { caseId, caseNumber },
  onClose,
}: {
  readonly caseFile: CaseDetailDto;
  readonly onClose: () => void;
}): ReactNode {
  const form = useFormDraft(keyOf(caseId), `Rappel — ${caseNumber}`, {
    dueOn: '',
    note: '',
    audience: 'me',
  });
  const { note } = form.value;
  const [nextDay = ''] = useCallbackDays().data ?? [];
  const dueOn = form.value.dueOn === '' ? nextDay : form.value.dueOn;
  const audience: Audience = form.value.audience === 'team' ? 'team' : 'me';
  const send = async (): Promise<void> => {
    const callback = { dueOn, note: note.trim(), audience };
    if (!(await form.submit(() => form.once(callback, (key) => addCallback(caseId, callback, key))))) return;
    sayDone(`${caseNumber} : rappel le ${dayAndMonth(dueOn)}.`);
    onClose();
  };
  return (
    <form
      className="pv-form pv-no-print"
      aria-label="Nouveau rappel"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <TextInput
        type="date"
        label="Le jour"
        min={today()}
        required
        value={dueOn}
        onChange={(event) => {
          form.change({ dueOn: event.currentTarget.value });
        }}
      />
      <TextInput
        label="Ce qu’il faudra faire"
        description="Par exemple : rappeler après 17 h."
        maxLength={500}
        required
        ref={focusOnce}
        value={note}
        onChange={(event) => {
          form.change({ note: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      <Radio.Group
        label="Pour qui"
        value={audience}
        onChange={(value) => {
          form.change({ audience: value });
        }}
      >
        <Radio value="me" label="Pour moi" mt="xs" />
        <Radio value="team" label="Pour toute mon équipe" mt="xs" />
      </Radio.Group>
      <div className="pv-form-actions">
        <Button type="submit" size="compact-sm" loading={form.busy}>
          Enregistrer le rappel
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          Annuler
        </Button>
      </div>
      <DraftLine status={form.status} savedAt={form.savedAt} />
    </form>
  );
}
