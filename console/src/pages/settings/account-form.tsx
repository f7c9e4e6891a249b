import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { asProblem, type Problem } from '../../api/problem.js';
import { addAccount, changeAccount, type AccountDto, type RoleGivenDto } from '../../api/settings.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useDraft } from '../../drafts/use-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { RolesField } from './roles-field.js';

const FIELDS = [
  ['firstName', 'Prénom'],
  ['lastName', 'Nom'],
  ['login', 'Identifiant'],
  ['email', 'Adresse électronique'],
  ['phone', 'Téléphone'],
  ['functionTitle', 'Fonction, comme dans les courriers'],
] as const;

interface AccountValues extends Readonly<Record<(typeof FIELDS)[number][0], string>> {
  readonly roles: readonly RoleGivenDto[];
}

const NOBODY: AccountValues = {
  firstName: '',
  lastName: '',
  login: '',
  email: '',
  phone: '',
  functionTitle: '',
  roles: [],
};

/** A person who may sign in, and what they may reach. */
export function AccountForm({
  account,
  onDone,
}: {
  readonly account: AccountDto | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const [initial] = useState(() => (account === undefined ? NOBODY : valuesOf(account)));
  const draft = useDraft({ kind: 'other', key: `account:${account?.id ?? 'new'}` }, initial);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { roles, ...values } = draft.value;
  const set = (change: Partial<AccountValues>): void => {
    const next = { ...draft.value, ...change };
    draft.set(next, `Compte — ${next.firstName} ${next.lastName}`);
  };
  const save = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      await draft.discard();
      sayDone('Compte enregistré.');
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const given = { ...values, roles: [...roles] };
        void save(() => (account === undefined ? addAccount(given) : changeAccount(account, given)));
      }}
    >
      <ErrorSummary faults={faultsOf(problem)} />
      {FIELDS.map(([name, label]) => (
        <TextInput
          key={name}
          id={`account-${name}`}
          label={label}
          required
          value={values[name]}
          onChange={(event) => {
            set({ [name]: event.currentTarget.value });
          }}
          onBlur={() => void draft.flush()}
        />
      ))}
      <RolesField
        roles={roles}
        onChange={(next) => {
          set({ roles: next });
        }}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={busy}>
          Enregistrer
        </Button>
        {account === undefined ? null : (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => void save(() => changeAccount(account, { active: !account.active }))}
          >
            {account.active ? 'Désactiver ce compte' : 'Réactiver ce compte'}
          </Button>
        )}
        <DraftLine status={draft.status} savedAt={draft.savedAt} />
      </div>
    </form>
  );
}

function valuesOf({ firstName, lastName, login, email, phone, functionTitle, roles }: AccountDto): AccountValues {
  return {
    firstName,
    lastName,
    login,
    email,
    phone,
    functionTitle,
    roles: roles.map(({ words: _words, ...role }) => role),
  };
}

function faultsOf(problem: Problem | undefined): readonly { field: string; text: string }[] {
  if (problem === undefined) return [];
  if (problem.faults.length === 0) return [{ field: 'account-firstName', text: problem.message }];
  return problem.faults.map(({ pointer, detail }) => {
    const [name = ''] = pointer.slice(1).split('/');
    const label = FIELDS.find(([field]) => field === name)?.[1];
    return label === undefined
      ? { field: 'account-role', text: detail }
      : { field: `account-${name}`, text: `${label} : ${detail}` };
  });
}
