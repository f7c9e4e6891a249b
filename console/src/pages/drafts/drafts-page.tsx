import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { removeDraft, useDrafts, type DraftDto } from '../../api/drafts.js';
import { useSession } from '../../api/session.js';
import { Confirm } from '../../components/confirm.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { addressOfDraft } from '../../drafts/draft-address.js';
import { allMirrors } from '../../drafts/local-mirror.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { ago, count, ofPerson, typeset } from '../../text/format.js';
import { useCalls, type Calls } from '../new-request/calls.js';
import { actOnDraft } from './act-on-draft.js';
import { ShareDraft, SharedWith } from './share-draft.js';

const KINDS: Readonly<Record<string, string>> = {
  request: 'Nouvelle demande',
  answer: 'Réponse',
  correction: 'Correction',
  remark: 'Remarque',
  note: 'Note interne',
  message: 'Message',
  opinion: 'Avis',
  finding: 'Constat',
  other: 'Saisie',
};

/** Everything typed and not sent, the latest first. */
export function DraftsPage(): ReactNode {
  const { data, error, isPending, refetch } = useDrafts();
  useTitle('Mes brouillons');
  return (
    <>
      <PageHead title="Mes brouillons" lead="Écrit et non envoyé. Un brouillon n’est jamais compté comme envoyé." />
      <OnThisMachine known={data?.items ?? []} />
      {isPending ? <Loading what="des brouillons" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? (
        <Empty title="Aucun brouillon. Ce que vous écrivez est gardé ici tout seul." />
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <ul className="pv-plain-list pv-card pv-card-body" aria-label="Brouillons">
          {data.items.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
    </>
  );
}

/** What a cut network or a closed tab left on this machine: sent as soon as the server answers. */
function OnThisMachine({ known }: { readonly known: readonly DraftDto[] }): ReactNode {
  const waiting = allMirrors().filter(({ key }) => !known.some(({ body }) => body['key'] === key));
  if (waiting.length === 0) return null;
  return (
    <p role="status">{typeset(`${count(waiting.length, 'brouillon')} sur ce poste en attente d’envoi au serveur.`)}</p>
  );
}

function DraftRow({ draft }: { readonly draft: DraftDto }): ReactNode {
  const { person } = useSession();
  const calls = useCalls();
  const [confirming, setConfirming] = useState(false);
  const mine = draft.owner === person.id;
  return (
    <li className="pv-document">
      <span className="pv-grow-1">
        <OpenDraft draft={draft} calls={calls} />
        <span className="pv-row-sub">
          {typeset(
            [KINDS[draft.kind], ago(draft.updatedAt), mine ? undefined : ofPerson(draft.ownerName)]
              .filter((part) => part !== undefined)
              .join(' · '),
          )}
          {mine ? <SharedWith ids={draft.sharedWith} /> : null}
        </span>
      </span>
      {mine ? <ShareDraft draft={draft} /> : null}
      {mine ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setConfirming(true);
          }}
        >
          Supprimer
          <span className="pv-hidden"> {draft.title}</span>
        </Button>
      ) : null}
      <Confirm
        opened={confirming}
        title="Supprimer ce brouillon ?"
        consequence="Ce texte sera perdu pour de bon : rien n’en a été envoyé."
        confirmLabel="Supprimer le brouillon"
        onClose={() => {
          setConfirming(false);
        }}
        onConfirm={() => {
          setConfirming(false);
          if (draft.kind === 'request') calls.forget(String(draft.body['key']));
          void actOnDraft(() => removeDraft(draft.id, draft.version), 'Le brouillon est supprimé.');
        }}
      />
    </li>
  );
}

function OpenDraft({ draft, calls }: { readonly draft: DraftDto; readonly calls: Calls }): ReactNode {
  const title = draft.title === '' ? (KINDS[draft.kind] ?? 'Brouillon') : draft.title;
  const key = String(draft.body['key']);
  if (draft.kind === 'request') {
    return (
      <Button
        variant="subtle"
        size="compact-md"
        px={0}
        onClick={() => {
          calls.show(key);
        }}
      >
        {title}
      </Button>
    );
  }
  const to = addressOfDraft(draft, key);
  return to === undefined ? <strong>{title}</strong> : <Link to={to}>{title}</Link>;
}
