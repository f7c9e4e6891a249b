import { Button, Textarea } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { ProcessSheetDto } from '../../api/processes.js';
import { useHolds } from '../../api/session.js';
import { reportSheet, useSheetReports, type SheetReportDto } from '../../api/sheet-reports.js';
import { Failure } from '../../components/state/failure.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft, type FormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { moment, typeset } from '../../text/format.js';

const NOTHING_SAID = { text: '' };

/** For those who answer citizens with the sheet. */
export function ReportError({ sheet }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const mayReport = useHolds('ambassador', 'headOfCitizenRelations', 'referent', 'headOfDepartment');
  return mayReport ? <Reporting sheet={sheet} /> : null;
}

/** What is wrong in the sheet, told to its designers; what was told already stands beside, and what was begun is open. */
function Reporting({ sheet: { id, title } }: { readonly sheet: ProcessSheetDto }): ReactNode {
  const { data } = useSheetReports('open', id);
  const form = useFormDraft(`sheet:${id}`, `Erreur dans « ${title} »`, NOTHING_SAID);
  const [asked, setAsked] = useState(false);
  const heading = useId();
  const text = form.value.text.trim();
  const send = async (): Promise<void> => {
    if (text === '' || !(await form.submit(() => form.once(text, (key) => reportSheet(id, text, key))))) return;
    sayDone('L’erreur est signalée à la conception des processus.');
    setAsked(false);
  };
  return (
    <section className="pv-card pv-card-body pv-no-print" aria-labelledby={heading}>
      <h2 id={heading}>{typeset('Une erreur dans cette fiche ?')}</h2>
      <Told reports={data?.items ?? []} />
      {asked || form.value.text !== '' ? (
        <ReportForm
          form={form}
          focused={asked}
          onSend={() => void send()}
          onGiveUp={() => {
            void form.giveUp();
            setAsked(false);
          }}
        />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            setAsked(true);
          }}
        >
          Signaler une erreur dans cette fiche
        </Button>
      )}
    </section>
  );
}

function Told({ reports }: { readonly reports: readonly SheetReportDto[] }): ReactNode {
  if (reports.length === 0) return null;
  return (
    <ul className="pv-plain-list" aria-label="Erreurs déjà signalées">
      {reports.map(({ id, text, by, at }) => (
        <li key={id}>
          {text}
          <span className="pv-row-sub">{typeset(`Signalé par ${by.name}, ${moment(at)}. Pas encore traité.`)}</span>
        </li>
      ))}
    </ul>
  );
}

interface ReportFormProps {
  readonly form: FormDraft<typeof NOTHING_SAID>;
  /** Asked for just now: the field takes the focus. */
  readonly focused: boolean;
  readonly onSend: () => void;
  readonly onGiveUp: () => void;
}

function ReportForm({ form, focused, onSend, onGiveUp }: ReportFormProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <form
      className="pv-form"
      aria-label="Signaler une erreur dans cette fiche"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {form.problem === undefined ? null : <Failure error={form.problem} />}
      <Textarea
        ref={field}
        label="Ce qui est faux ou manque, et ce qu’il faudrait lire"
        description="L’équipe qui conçoit les processus le lit avec votre nom. Ne citez aucun usager."
        minRows={3}
        maxLength={2000}
        required
        value={form.value.text}
        onChange={(event) => {
          form.change({ text: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy} disabled={form.value.text.trim() === ''}>
          Envoyer à la conception
        </Button>
        <Button variant="subtle" onClick={onGiveUp}>
          Abandonner
        </Button>
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
    </form>
  );
}
