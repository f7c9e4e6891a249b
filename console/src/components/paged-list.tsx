import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RecordList, type RecordListProps } from './record-list.js';
import { Failure } from './state/failure.js';
import { Loading } from './state/loading.js';

interface PagedListProps<Row> extends Omit<RecordListProps<Row>, 'rows' | 'more'> {
  readonly pages: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Row[] }>>;
  /** What it says to be loading: « des demandes ». */
  readonly what: string;
  /** In its place where there is no row. */
  readonly empty: ReactNode;
}

/** A list that is read page by page, with all it may have to say before, instead of and above its rows. */
export function PagedList<Row>({ pages, what, empty, ...list }: PagedListProps<Row>): ReactNode {
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = pages;
  const rows = data?.pages.flatMap(({ items }) => items);
  if (isPending) return <Loading what={what} />;
  if (rows === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (rows.length === 0) return empty;
  return (
    <>
      {error === null ? null : <Failure error={error} what="La liste est" onRetry={() => void refetch()} />}
      <RecordList
        {...list}
        rows={rows}
        more={hasNextPage ? { onMore: () => void fetchNextPage(), loading: isFetchingNextPage } : undefined}
      />
    </>
  );
}
