import { Anchor } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { prefetchCase, useCase } from '../../api/cases.js';
import { useParapheur, type ParapheurItemDto } from '../../api/parapheur.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { KeptWords } from '../../drafts/kept-words.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { Untitled } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { typeset } from '../../text/format.js';
import { inReadingOrder } from './parapheur-filters.js';
import { Reading } from './reading.js';
import '../../components/two-sides.css';
import '../case/case.css';
import './parapheur.css';

/** One reply after the other: the letter as it will leave, and all that helps to judge it. */
export function ReadingPage(): ReactNode {
  const { taskId = '' } = useParams();
  const { data, error, isPending, refetch } = useParapheur();
  const items = inReadingOrder(data?.items ?? []);
  const at = items.findIndex(({ id }) => id === taskId);
  const item = items[at];
  useTitle(item?.caseNumber, 'Relecture');
  if (isPending)
    return (
      <Untitled title="Relecture">
        <Loading what="de la lettre" rows={8} />
      </Untitled>
    );
  if (item === undefined)
    return (
      <>
        <h1>Relecture</h1>
        {error === null ? (
          <NoMore taskId={taskId} items={items} />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  return <InOrder key={item.id} items={items} at={at} item={item} />;
}

interface NoMoreProps {
  readonly taskId: string;
  readonly items: readonly ParapheurItemDto[];
}

function NoMore({ taskId, items }: NoMoreProps): ReactNode {
  const [next] = items;
  return (
    <Empty title="Cette réponse n’est plus dans votre parapheur : elle a été visée, signée, renvoyée ou reprise.">
      <KeptWords taskId={taskId} />
      {next === undefined ? null : (
        <p>
          <Anchor component={Link} to={hrefOf(next)}>
            {typeset(`Lire la suivante : ${next.title}`)}
          </Anchor>
        </p>
      )}
      <p>
        <Anchor component={Link} to="/parapheur">
          Parapheur
        </Anchor>
      </p>
    </Empty>
  );
}

interface InOrderProps {
  readonly items: readonly ParapheurItemDto[];
  readonly at: number;
  readonly item: ParapheurItemDto;
}

function InOrder({ items, at, item }: InOrderProps): ReactNode {
  const navigate = useNavigate();
  const [before, after] = [items[at - 1], items[at + 1]];
  const { data: caseFile, error, isPending, refetch } = useCase(item.caseId);
  const onward = onwardFrom(items, after);
  const next = (): void => {
    void navigate(onward.to);
  };
  useShortcuts('Dans le parapheur', {
    j: { label: after === undefined ? 'Signer le lot' : 'Lettre suivante', act: next },
    ...(before === undefined ? {} : { k: { label: 'Lettre précédente', act: () => void navigate(hrefOf(before)) } }),
  });
  useEffect(() => {
    if (after !== undefined) prefetchCase(after.caseId);
  }, [after]);
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/parapheur">
          Parapheur
        </Anchor>{' '}
        <span>{typeset(`· ${String(at + 1)} sur ${String(items.length)}`)}</span>
      </p>
      {caseFile === undefined ? <h1 className="pv-hidden">{item.title}</h1> : null}
      {isPending ? <Loading what="de la demande" rows={8} /> : null}
      {error === null ? null : <Failure error={error} what="La demande est" onRetry={() => void refetch()} />}
      {caseFile === undefined ? null : <Reading item={item} caseFile={caseFile} onNext={next} onward={onward.label} />}
    </>
  );
}

/** After the last one: the signature of the lot, where there is something to sign. */
function onwardFrom(
  items: readonly ParapheurItemDto[],
  after: ParapheurItemDto | undefined,
): { readonly to: string; readonly label: string } {
  if (after !== undefined) return { to: hrefOf(after), label: 'Suivante' };
  if (items.some(({ kind }) => kind === 'sign')) return { to: '/parapheur/lot', label: 'Signer le lot' };
  return { to: '/parapheur', label: 'Retour au parapheur' };
}

function hrefOf({ id }: ParapheurItemDto): string {
  return `/parapheur/${encodeURIComponent(id)}`;
}
