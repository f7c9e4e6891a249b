import { Textarea } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { markMessagesRead, writeToCitizen } from '../../api/messages.js';
import { usePresence } from '../../api/presence.js';
import { Notice } from '../../components/state/notice.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { onSubmitKey } from '../../shell/submit-key.js';
import { count, typeset } from '../../text/format.js';
import { SubmitRow } from './acts/submit-row.js';
import './messages-panel.css';

const EMPTY = { text: '' };

/** Writes to the citizen: plainly another thing than a note to colleagues. */
export function MessagesPanel({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const mail = caseFile.request?.citizen?.email;
  return (
    <>
      <UnreadNotice caseFile={caseFile} />
      {mail === undefined ? (
        <Notice
          tone="info"
          icon="letter"
          title={typeset('Pas de message possible : cet usager n’a pas donné d’adresse électronique.')}
        />
      ) : (
        <Composer caseFile={caseFile} mail={mail} />
      )}
    </>
  );
}

/** New messages are said, then counted as read by whoever holds the case and has them on the screen. */
function UnreadNotice({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const { caseId, messages } = caseFile;
  const unread = messages.filter((message) => message.unread === true).length;
  useEffect(() => {
    if (unread > 0) void markMessagesRead(caseId).catch(() => undefined);
  }, [caseId, unread]);
  if (unread === 0) return null;
  return (
    <Notice
      tone="info"
      icon="letter"
      role="status"
      title={typeset(`${count(unread, 'nouveau message', 'nouveaux messages')} de l’usager`)}
    />
  );
}

function Composer({ caseFile, mail }: { readonly caseFile: CaseDetailDto; readonly mail: string }): ReactNode {
  const { caseId, caseNumber } = caseFile;
  const draft = useDraft({ kind: 'message', key: `citizen:${caseId}`, caseId }, EMPTY);
  const [sending, setSending] = useState(false);
  const writers = usePresence(caseId).filter(({ state }) => state === 'writing');
  const text = draft.value.text.trim();
  const send = async (): Promise<void> => {
    if (sending || text === '') return;
    setSending(true);
    try {
      await draft.flush();
      await draft.once(text, (key) => writeToCitizen(caseId, text, key));
      await draft.discard();
      sayDone(`Message à l’usager enregistré, il part par courriel (${caseNumber}).`);
    } catch (error) {
      sayFailed(error);
    } finally {
      setSending(false);
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    onSubmitKey(event, () => void send());
  };
  return (
    <div className="pv-message-box pv-no-print" onKeyDown={onKey} role="group" aria-label="Nouveau message à l’usager">
      {writers.length > 0 && text !== '' ? (
        <p className="pv-message-warning">
          {typeset(
            `${writers.map(({ person }) => person.name).join(', ')} écrit aussi : accordez-vous avant d’envoyer.`,
          )}
        </p>
      ) : null}
      <Textarea
        label="Message à l’usager"
        description={typeset(`Public : part à ${mail} et paraît sur sa page de suivi. Le délai ne change pas.`)}
        minRows={3}
        value={draft.value.text}
        onChange={(event) => {
          draft.set({ text: event.currentTarget.value }, `Message — ${caseNumber}`);
        }}
        onBlur={() => void draft.flush()}
      />
      <SubmitRow
        label={writers.length > 0 ? 'Envoyer quand même' : 'Envoyer à l’usager'}
        sending={sending}
        disabled={text === ''}
        onSubmit={() => void send()}
      >
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </SubmitRow>
    </div>
  );
}
