import { Button } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { letterAddress, noteOpened, type ParapheurItemDto } from '../../api/parapheur.js';
import { DueBadge } from '../../components/due-badge.js';
import { PdfView } from '../../components/pdf-view.js';
import { Notice } from '../../components/state/notice.js';
import { sayFailed } from '../../shell/toasts.js';
import { dayAndMonth, typeset } from '../../text/format.js';
import type { LetterRead } from './panel-act.js';
import { ReadingActs } from './reading-acts.js';
import { ReadingAside } from './reading-aside.js';

interface ReadingProps {
  readonly item: ParapheurItemDto;
  readonly caseFile: CaseDetailDto;
  readonly onNext: () => void;
  /** Words of the way to what follows. */
  readonly onward: string;
}

type Sight = 'loading' | 'shown' | 'failed';

/** A letter read, judged as it was read: when it changes meanwhile, nothing can be done until it is read again. */
export function Reading({ item, caseFile, onNext, onward }: ReadingProps): ReactNode {
  const [letter, setLetter] = useState<LetterRead>({ letterId: item.letterId, letterHash: item.letterHash });
  const [sight, setSight] = useState<Sight>('loading');
  const [whole, setWhole] = useState(false);
  const changed = caseFile.answer !== undefined && caseFile.answer.letterHash !== letter.letterHash;
  const opened = useCallback(() => {
    noteOpened(item.caseId, letter.letterId).then(
      () => {
        setSight('shown');
      },
      (error: unknown) => {
        setSight('failed');
        sayFailed(error);
      },
    );
  }, [item.caseId, letter.letterId]);
  const readAgain = (): void => {
    const { answer } = caseFile;
    if (answer === undefined) return;
    setSight('loading');
    setWhole(false);
    setLetter({ letterId: answer.letterId, letterHash: answer.letterHash });
  };
  return (
    <article aria-label={typeset(`Réponse ${item.caseNumber}`)}>
      <Head item={item} />
      {changed ? (
        <Notice
          tone="late"
          icon="alert"
          role="alert"
          title="La lettre a changé pendant votre lecture."
          actions={<Button onClick={readAgain}>Lire la nouvelle version</Button>}
        >
          <p>Rien ne peut être visé ni signé avant.</p>
        </Notice>
      ) : null}
      <div className="pv-two-sides" data-reading="true">
        <div>
          <PdfView
            key={letter.letterId}
            src={letterAddress(item.caseId, letter.letterId)}
            title={typeset(`Lettre ${item.caseNumber}, telle qu’elle partira`)}
            onOpen={opened}
            onRead={() => {
              setWhole(true);
            }}
            onFailure={() => {
              setSight('failed');
            }}
          />
          <p role="status" className="pv-row-sub">
            {sightWords(sight, whole)}
          </p>
        </div>
        <div>
          <ReadingActs
            item={item}
            caseFile={caseFile}
            letter={letter}
            ready={sight === 'shown' && !changed}
            onNext={onNext}
            onward={onward}
          />
          <ReadingAside item={{ ...item, ...letter }} caseFile={caseFile} />
        </div>
      </div>
    </article>
  );
}

function sightWords(sight: Sight, whole: boolean): string {
  if (sight === 'failed') return 'La lettre n’a pas pu être affichée : elle ne peut être ni visée ni signée.';
  if (sight === 'loading') return '';
  return whole ? 'Toutes les pages ont été affichées.' : 'Lettre ouverte ; la suite est plus bas.';
}

function Head({ item }: { readonly item: ParapheurItemDto }): ReactNode {
  const { title, caseNumber, departmentName, dueOn, clockState, receivedAt, kind, behalf, urgent } = item;
  return (
    <header className="pv-case-head">
      <h1>{title}</h1>
      <p className="pv-case-state">
        <span>{typeset(`${caseNumber} · ${departmentName} · ${kind === 'sign' ? 'à signer' : 'à viser'}`)}</span>
        <DueBadge due={{ dueOn, state: clockState === 'paused' ? clockState : undefined, since: receivedAt }} />
        {urgent && dueOn !== undefined ? (
          <span className="pv-row-sub">{typeset(`Engagement : ${dayAndMonth(dueOn)}`)}</span>
        ) : null}
      </p>
      {behalf === undefined ? null : (
        <Notice tone="info" icon="people" title={typeset(`Vous agissez pour ${behalf.name}.`)} />
      )}
    </header>
  );
}
