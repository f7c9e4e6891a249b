import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ROLE_WORDS } from '../../../../domain/text/case-words.js';
import { read } from '../../api/client.js';
import {
  addAccount,
  changeAccount,
  useAccounts,
  useWhy,
  type AccountDto,
  type NewAccountDto,
  type RoleGivenDto,
} from '../../api/settings.js';
import { asProblem } from '../../api/problem.js';
import type { PeopleDepartmentsResponse } from '../../api/schema/types.generated.js';
import { EmptyFilter } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { PageHead } from '../../shell/page-head.js';
import { useViewParam } from '../../shell/peek.js';
import { useTitle } from '../../shell/title.js';
import { sayDone } from '../../shell/toasts.js';
import { count, typeset } from '../../text/format.js';
import '../steering/steering.css';

/** Who may sign in, what each may reach, and why someone sees a case. */
export function AccountsPage(): ReactNode {
  useTitle('Comptes et rôles');
  const { data, error, isPending, refetch } = useAccounts();
  const [q, setQ] = useViewParam('q');
  const [open, setOpen] = useState<AccountDto | 'new'>();
  const found = (data ?? []).filter((one) =>
    fold(`${one.firstName} ${one.lastName} ${one.functionTitle} ${one.login}`).includes(fold(q)),
  );
  return (
    <>
      <PageHead title="Comptes et rôles" lead={data === undefined ? undefined : count(data.length, 'personne')}>
        <Button
          onClick={() => {
            setOpen('new');
          }}
        >
          Nouvelle personne
        </Button>
      </PageHead>
      {data === undefined ? null : <Why accounts={data} />}
      {isPending ? <Loading what="des comptes" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : (
        <>
          <search className="pv-filters">
            <TextInput
              className="pv-grow"
              label="Chercher une personne"
              value={q}
              onChange={(event) => {
                setQ(event.currentTarget.value);
              }}
            />
          </search>
          {found.length === 0 ? (
            <EmptyFilter
              what="Personne"
              filters={[q]}
              onClear={() => {
                setQ('');
              }}
            />
          ) : (
            <AccountTable rows={found} onOpen={setOpen} />
          )}
        </>
      )}
      <Modal
        opened={open !== undefined}
        onClose={() => {
          setOpen(undefined);
        }}
        title={open === 'new' ? 'Nouvelle personne' : 'Compte'}
        size="lg"
      >
        {open === undefined ? null : (
          <AccountForm
            account={open === 'new' ? undefined : open}
            onDone={() => {
              setOpen(undefined);
            }}
          />
        )}
      </Modal>
    </>
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function roleText({
  words,
  department,
  team,
  directorate,
  division,
  organisation,
}: AccountDto['roles'][number]): string {
  return `${words} (${team ?? department ?? directorate ?? division ?? organisation})`;
}

function AccountTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly AccountDto[];
  readonly onOpen: (account: AccountDto) => void;
}): ReactNode {
  return (
    <div className="pv-card pv-scroll" tabIndex={0} role="region" aria-label="Comptes">
      <table className="pv-table">
        <caption className="pv-hidden">Comptes</caption>
        <thead>
          <tr>
            <th scope="col">Personne</th>
            <th scope="col">Identifiant</th>
            <th scope="col">Rôles</th>
            <th scope="col">État</th>
            <th scope="col">
              <span className="pv-hidden">Modifier</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {`${one.firstName} ${one.lastName}`}
                <span className="pv-row-sub">{one.functionTitle}</span>
              </th>
              <td>{one.login}</td>
              <td>{one.roles.length === 0 ? 'Aucun' : one.roles.map(roleText).join(' ; ')}</td>
              <td>{one.active ? 'En activité' : 'Désactivé'}</td>
              <td>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Modifier ${one.firstName} ${one.lastName}`}
                  onClick={() => {
                    onOpen(one);
                  }}
                >
                  Modifier
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const FIELDS = [
  ['firstName', 'Prénom'],
  ['lastName', 'Nom'],
  ['login', 'Identifiant'],
  ['email', 'Adresse électronique'],
  ['phone', 'Téléphone'],
  ['functionTitle', 'Fonction, comme dans les courriers'],
] as const;

function AccountForm({
  account,
  onDone,
}: {
  readonly account: AccountDto | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const [values, setValues] = useState<Readonly<Record<(typeof FIELDS)[number][0], string>>>(() => ({
    firstName: account?.firstName ?? '',
    lastName: account?.lastName ?? '',
    login: account?.login ?? '',
    email: account?.email ?? '',
    phone: account?.phone ?? '',
    functionTitle: account?.functionTitle ?? '',
  }));
  const [roles, setRoles] = useState<readonly RoleGivenDto[]>(() =>
    (account?.roles ?? []).map(({ words: _words, ...role }) => role),
  );
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async (active?: boolean): Promise<void> => {
    setBusy(true);
    try {
      const given = { ...values, roles: [...roles] } as NewAccountDto;
      await (account === undefined
        ? addAccount(given)
        : changeAccount(account, active === undefined ? given : { active }));
      sayDone('Compte enregistré.');
      onDone();
    } catch (error) {
      setProblem(asProblem(error).message);
      setBusy(false);
    }
  };
  return (
    <form
      className="pv-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem === undefined ? null : <Notice tone="late" role="alert" title={problem} />}
      {FIELDS.map(([name, label]) => (
        <TextInput
          key={name}
          label={`${label} (obligatoire)`}
          value={values[name]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setValues((all) => ({ ...all, [name]: value }));
          }}
        />
      ))}
      <Roles roles={roles} onChange={setRoles} />
      <div className="pv-form-actions">
        <Button type="submit" loading={busy}>
          Enregistrer
        </Button>
        {account === undefined ? null : (
          <Button variant="default" onClick={() => void save(!account.active)}>
            {account.active ? 'Désactiver ce compte' : 'Réactiver ce compte'}
          </Button>
        )}
      </div>
    </form>
  );
}

const ROLE_CHOICES = Object.entries(ROLE_WORDS)
  .filter(([role]) => role !== 'citizen')
  .map(([value, label]) => ({ value, label }));

function Roles({
  roles,
  onChange,
}: {
  readonly roles: readonly RoleGivenDto[];
  readonly onChange: (roles: readonly RoleGivenDto[]) => void;
}): ReactNode {
  const [role, setRole] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => read<PeopleDepartmentsResponse>('/departments', undefined, signal),
    staleTime: 5 * 60_000,
  });
  const departments = data?.items ?? [];
  const add = (): void => {
    if (role === null) return;
    const department = departments.find(({ id }) => id === place);
    onChange([
      ...roles,
      {
        role: role as RoleGivenDto['role'],
        organisation: department?.organisation ?? 'ville',
        ...(department === undefined ? {} : { department: department.id }),
      },
    ]);
    setRole(null);
  };
  return (
    <fieldset className="pv-fieldset">
      <legend>Rôles</legend>
      <ul>
        {roles.map((one, index) => (
          <li key={`${one.role} ${one.department ?? ''} ${one.team ?? ''} ${String(index)}`}>
            {`${ROLE_WORDS[one.role]} (${one.team ?? one.department ?? one.directorate ?? one.division ?? one.organisation}) `}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Retirer le rôle ${ROLE_WORDS[one.role]}`}
              onClick={() => {
                onChange(roles.filter((_, i) => i !== index));
              }}
            >
              Retirer
            </Button>
          </li>
        ))}
      </ul>
      <div className="pv-filters">
        <Select label="Ajouter le rôle" data={ROLE_CHOICES} value={role} onChange={setRole} />
        <Select
          label="Dans le service"
          searchable
          clearable
          placeholder="Toute la ville"
          data={departments.map(({ id, name }) => ({ value: id, label: name }))}
          value={place}
          onChange={setPlace}
        />
        <Button variant="default" disabled={role === null} onClick={add}>
          Ajouter
        </Button>
      </div>
    </fieldset>
  );
}

function Why({ accounts }: { readonly accounts: readonly AccountDto[] }): ReactNode {
  const [caseNumber, setCaseNumber] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [asked, setAsked] = useState({ caseNumber: '', person: '' });
  const why = useWhy(asked.caseNumber, asked.person);
  return (
    <section className="pv-card pv-card-body">
      <h2>Pourquoi cette personne voit ce dossier ?</h2>
      <form
        className="pv-filters"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ caseNumber: caseNumber.trim(), person: person ?? '' });
        }}
      >
        <TextInput
          label="Numéro du dossier"
          placeholder="D-2026-00412"
          value={caseNumber}
          onChange={(event) => {
            setCaseNumber(event.currentTarget.value);
          }}
        />
        <Select
          className="pv-grow"
          label="Personne"
          searchable
          limit={50}
          data={accounts
            .filter(({ active }) => active)
            .map((one) => ({ value: one.id, label: `${one.firstName} ${one.lastName}, ${one.functionTitle}` }))}
          value={person}
          onChange={setPerson}
        />
        <Button type="submit" variant="default" disabled={caseNumber.trim() === '' || person === null}>
          Expliquer
        </Button>
      </form>
      {why.error === null ? null : <Notice tone="soon" role="alert" title={asProblem(why.error).message} />}
      {why.data === undefined ? null : (
        <div role="status">
          <p className="pv-lead-sentence">{why.data.sentence}</p>
          <ul>
            {why.data.reasons.map(({ role, perimeter, words, holds }) => (
              <li key={`${role} ${perimeter} ${words}`}>
                {typeset(
                  `${holds ? '✓' : '✕'} ${role}, ${perimeter} : ${words}${holds ? '' : ' (ne s’applique pas ici)'}`,
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
