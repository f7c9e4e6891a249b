import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { addNote } from '../api/cases.js';
import { removeDraft, useDrafts, type DraftDto } from '../api/drafts.js';
import { keyUnder } from '../api/intention.js';
import { queryClient } from '../api/query-client.js';
import { useSession } from '../api/session.js';
import { Notice } from '../components/state/notice.js';
import { told } from '../shell/toasts.js';
import { typeset } from '../text/format.js';

/** Which: those of a task that is over, or that of an act which is not possible any more. */
type Of = { readonly taskId: string } | { readonly draftKey: string };

/** What was being written for something that somebody else ended meanwhile: it is read here, and can still be kept. */
export function KeptWords(of: Of): ReactNode {
  const { person } = useSession();
  const { data } = useDrafts();
  const left = (data?.items ?? []).filter((draft) => draft.owner === person.id && isOf(draft, of));
  return left.map((draft) => <LeftDraft key={draft.id} draft={draft} />);
}

function isOf({ taskId, body }: DraftDto, of: Of): boolean {
  return 'taskId' in of ? taskId === of.taskId : body['key'] === of.draftKey;
}

function LeftDraft({ draft }: { readonly draft: DraftDto }): ReactNode {
  const { id, version, caseId } = draft;
  const text = textOf(draft);
  if (text === '') return null;
  const remove = async (): Promise<void> => {
    await removeDraft(id, version);
    await queryClient.invalidateQueries({ queryKey: ['drafts'] });
  };
  const keep = async (on: string): Promise<void> => {
    await addNote(on, { text }, await keyUnder(id, text));
    await remove();
  };
  return (
    <Notice
      tone="soon"
      icon="draft"
      role="status"
      title="Votre brouillon est resté ici, gardé mot pour mot."
      actions={
        <>
          {caseId === undefined ? null : (
            <Button onClick={() => void told(keep(caseId), 'Votre texte est gardé en note interne.')}>
              Garder en note interne
            </Button>
          )}
          <Button variant="default" onClick={() => void told(remove(), 'Le brouillon est supprimé.')}>
            Supprimer ce texte
          </Button>
        </>
      }
    >
      <p className="pv-words">{typeset(`« ${text} »`)}</p>
    </Notice>
  );
}

/** Acts call their words a text, a letter sent back a remark. */
function textOf({ body }: DraftDto): string {
  const value = (body['value'] ?? {}) as Readonly<Partial<Record<'text' | 'remark', string>>>;
  return (value.text ?? value.remark ?? '').trim();
}
