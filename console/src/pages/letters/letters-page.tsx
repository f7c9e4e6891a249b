import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ORGANISATION_WORDS } from '../../../../domain/text/organisation-words.js';
import { addressOf } from '../../api/client.js';
import { markPrinted, useLettersToPost, type LetterToPostDto } from '../../api/letters.js';
import { Icon } from '../../components/icon.js';
import { PdfView } from '../../components/pdf-view.js';
import { RecordList, type Column } from '../../components/record-list.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { Split } from '../../shell/peek-pane.js';
import { usePeek } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { sayDone, sayFailed } from '../../shell/toasts.js';
import { count, shortMoment } from '../../text/format.js';
import { PostLetters } from './post-letters.js';

const COLUMNS: readonly Column<LetterToPostDto>[] = [
  {
    id: 'letter',
    title: 'Lettre',
    cell: ({ recipient, title, caseNumber, kind, kindWords }) => (
      <>
        <span className="pv-row-title">{recipient ?? 'Destinataire sans nom'}</span>
        <span className="pv-row-sub">{[caseNumber, ...(kind === 'reply' ? [] : [kindWords]), title].join(' · ')}</span>
      </>
    ),
  },
  {
    id: 'address',
    title: 'Adresse',
    width: '30%',
    cell: ({ address }) =>
      address === undefined
        ? '—'
        : [...address.lines, [address.postalCode, address.city].filter(Boolean).join(' ')].join(', '),
  },
  { id: 'queued', title: 'Prête', width: '8rem', labelled: true, cell: ({ queuedAt }) => shortMoment(queuedAt) },
  {
    id: 'printed',
    title: 'Imprimée',
    width: '8rem',
    labelled: true,
    cell: ({ printedAt }) => (printedAt === undefined ? 'pas encore' : shortMoment(printedAt)),
  },
];

/** Letters to print, then to post; only the posting closes a request. */
export function LettersPage(): ReactNode {
  const { data, error, isPending, refetch } = useLettersToPost();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const peek = usePeek();
  useTitle('Courriers à poster');
  const letters = data?.items ?? [];
  const chosen = letters.filter(({ effectId }) => ids.has(effectId));
  const open = letters.find(({ effectId }) => effectId === peek.id);
  const toggle = (id: string): void => {
    setIds((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])));
  };
  return (
    <>
      <PageHead title="Courriers à poster" lead="Une demande n’est close qu’une fois sa lettre postée.">
        <Sheets letters={letters} />
      </PageHead>
      {isPending ? <Loading what="des courriers" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <Empty title="Aucune lettre à poster." /> : null}
      {letters.length === 0 ? null : (
        <>
          <BatchBar
            letters={letters}
            chosen={chosen}
            onAll={() => {
              setIds(new Set(letters.map(({ effectId }) => effectId)));
            }}
            onNone={() => {
              setIds(new Set());
            }}
          />
          <Split
            list={
              <RecordList
                label="Courriers à poster"
                rows={letters}
                idOf={({ effectId }) => effectId}
                hrefOf={({ caseId }) => `/dossiers/${caseId}`}
                nameOf={({ caseNumber, recipient = '' }) => `la lettre ${caseNumber} ${recipient}`}
                columns={COLUMNS}
                selection={{ ids, toggle }}
              />
            }
            pane={
              open === undefined
                ? undefined
                : {
                    title: 'de la lettre',
                    href: `/dossiers/${open.caseId}`,
                    body: (
                      <PdfView
                        src={addressOf(`/letters/${open.caseId}/${open.letterId}`)}
                        title={`Lettre ${open.caseNumber}`}
                      />
                    ),
                  }
            }
          />
        </>
      )}
    </>
  );
}

interface BatchBarProps {
  readonly letters: readonly LetterToPostDto[];
  readonly chosen: readonly LetterToPostDto[];
  readonly onAll: () => void;
  readonly onNone: () => void;
}

function BatchBar({ letters, chosen, onAll, onNone }: BatchBarProps): ReactNode {
  const print = async (): Promise<void> => {
    try {
      await markPrinted(chosen);
      sayDone(`${count(chosen.length, 'lettre marquée imprimée', 'lettres marquées imprimées')}.`);
    } catch (error) {
      sayFailed(error);
    }
  };
  return (
    <Group mb="sm" gap="xs" role="group" aria-label="Agir sur la sélection">
      <span role="status">
        {chosen.length === 0
          ? count(letters.length, 'lettre')
          : `${count(chosen.length, 'lettre choisie', 'lettres choisies')} sur ${String(letters.length)}`}
      </span>
      <Button size="compact-sm" variant="subtle" onClick={chosen.length === letters.length ? onNone : onAll}>
        {chosen.length === letters.length ? 'Ne rien choisir' : 'Tout choisir'}
      </Button>
      {chosen.length === 0 ? null : (
        <>
          <Button size="compact-sm" variant="default" onClick={() => void print()}>
            Marquer imprimées
          </Button>
          <PostLetters letters={chosen} onDone={onNone} />
        </>
      )}
    </Group>
  );
}

/** One document to print for each organisation: its letters behind their list. */
function Sheets({ letters }: { readonly letters: readonly LetterToPostDto[] }): ReactNode {
  const organisations = [...new Set(letters.map(({ organisation }) => organisation))];
  return organisations.map((organisation) => (
    <Button
      key={organisation}
      component="a"
      variant="default"
      target="_blank"
      href={addressOf('/letters-to-post/bundle', { organisation })}
      leftSection={<Icon name="print" size={16} />}
    >
      {`Imprimer : ${ORGANISATION_WORDS[organisation] ?? organisation}`}
    </Button>
  ));
}
