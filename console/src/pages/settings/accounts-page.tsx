import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { foldWords } from '../../../../domain/text/fold-words.js';
import { useAccounts, type AccountDto } from '../../api/settings.js';
import { EditRow } from '../../components/edit-row.js';
import { CardTable } from '../../components/card-table.js';
import { FilterBar } from '../../components/filter-bar.js';
import { ListSearch } from '../../components/list-search.js';
import { EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useOverParam, useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { count, plainDate, shortDate, typeset } from '../../text/format.js';
import { AccountForm } from './account-form.js';
import { AccountRights } from './account-rights.js';
import { AccountsImport } from './accounts-import.js';
import { reachKey, useReaches } from './reaches.js';
import { WhyVisible } from './why-visible.js';

/** Who may sign in, what each may reach, and why someone sees a case. */
export function AccountsPage(): ReactNode {
  useTitle('Comptes et rôles');
  const { data, error, isPending, refetch } = useAccounts();
  const [, setAsked] = useOverParam('compte');
  return (
    <>
      <PageHead title="Comptes et rôles" lead={data === undefined ? undefined : count(data.length, 'personne')}>
        <Button
          onClick={() => {
            setAsked('new');
          }}
        >
          Nouvelle personne
        </Button>
      </PageHead>
      {isPending ? <Loading what="des comptes" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <AccountsImport />
          <WhyVisible accounts={data} />
          <AccountList
            accounts={data}
            onOpen={({ id }) => {
              setAsked(id);
            }}
          />
        </>
      )}
      <OpenAccount accounts={data ?? []} />
    </>
  );
}

/** The account that the address names, over the list. */
function OpenAccount({ accounts }: { readonly accounts: readonly AccountDto[] }): ReactNode {
  const [asked, setAsked] = useOverParam('compte');
  const account = accounts.find(({ id }) => id === asked);
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Modal
      opened={asked === 'new' || account !== undefined}
      onClose={close}
      title={asked === 'new' ? 'Nouvelle personne' : 'Compte'}
      size="lg"
    >
      {account === undefined ? null : (
        <>
          <p>{typeset(`Dernier accès : ${lastAccessWords(account)}`)}</p>
          <AccountRights account={account} />
        </>
      )}
      <AccountForm key={asked} account={account} onDone={close} />
    </Modal>
  );
}

function AccountList({
  accounts,
  onOpen,
}: {
  readonly accounts: readonly AccountDto[];
  readonly onOpen: (account: AccountDto) => void;
}): ReactNode {
  const [q, setQ] = useViewParam('q');
  const found = accounts.filter((one) =>
    foldWords(`${one.firstName} ${one.lastName} ${one.functionTitle} ${one.login}`).includes(foldWords(q)),
  );
  return (
    <>
      <FilterBar>
        <ListSearch label="Chercher une personne" value={q} onChange={setQ} />
      </FilterBar>
      {found.length === 0 ? (
        <EmptyFilter
          what="Personne"
          filters={[q]}
          onClear={() => {
            setQ('');
          }}
        />
      ) : (
        <AccountTable rows={found} onOpen={onOpen} />
      )}
    </>
  );
}

/** The day alone: nothing more is kept of when somebody works. */
function lastAccessWords({ lastAccess }: AccountDto): string {
  return lastAccess === undefined ? 'jamais' : plainDate(lastAccess);
}

function AccountTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly AccountDto[];
  readonly onOpen: (account: AccountDto) => void;
}): ReactNode {
  const places = new Map(useReaches().flatMap(({ items }) => items.map(({ value, label }) => [value, label])));
  const roleText = ({ words, ...reach }: AccountDto['roles'][number]): string =>
    `${words} (${places.get(reachKey(reach)) ?? reach.organisation})`;
  const named = ({ firstName, lastName }: AccountDto): string => `${firstName} ${lastName}`;
  return (
    <CardTable
      label="Comptes"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Personne',
          cell: (one) => (
            <>
              {named(one)}
              <span className="pv-row-sub">{one.functionTitle}</span>
            </>
          ),
        },
        { title: 'Identifiant', cell: ({ login }) => login },
        {
          title: 'Rôles',
          cell: ({ roles }) => (roles.length === 0 ? 'Aucun' : typeset(roles.map(roleText).join(' ; '))),
        },
        {
          title: 'État',
          cell: ({ active }) => <span className="pv-nowrap">{active ? 'En activité' : 'Désactivé'}</span>,
        },
        {
          title: 'Dernier accès',
          cell: ({ lastAccess }) => (
            <span className="pv-nowrap">{lastAccess === undefined ? 'jamais' : shortDate(lastAccess)}</span>
          ),
        },
        {
          title: 'Modifier',
          untitled: true,
          cell: (one) => (
            <EditRow
              name={named(one)}
              onEdit={() => {
                onOpen(one);
              }}
            />
          ),
        },
      ]}
    />
  );
}
