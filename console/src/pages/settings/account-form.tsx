import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROLE_WORDS } from '../../../../domain/text/case-words.js';
import { addAccount, changeAccount, type AccountDto, type RoleGivenDto } from '../../api/settings.js';
import { Conflict, type ConflictChoice, type ConflictField } from '../../components/state/conflict.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { DraftLine } from '../../drafts/draft-status.js';
import { useFormDraft, type FormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { reachKey } from './reaches.js';
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

interface Editing {
  /** What was stored when the editing began: what a conflict is judged against. Absent for somebody new. */
  readonly base: AccountDto | undefined;
  readonly values: AccountValues;
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

/** A person who may sign in, and what they may reach; a colleague's change meanwhile is shown beside one's own. */
export function AccountForm({
  account,
  onDone,
}: {
  readonly account: AccountDto | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const form = useFormDraft<Editing>(`account:${account?.id ?? 'new'}`, 'Compte', {
    base: account,
    values: account === undefined ? NOBODY : valuesOf(account),
  });
  const { base, values } = form.value;
  const save = async (from: AccountDto | undefined, next: AccountValues): Promise<void> => {
    const given = { ...next, roles: [...next.roles] };
    const done = await form.submit(() =>
      from === undefined ? form.once(given, (key) => addAccount(given, key)) : changeAccount(from, given),
    );
    if (done) finish(onDone);
  };
  const { problem } = form;
  if (problem?.status === 412 && base !== undefined) {
    const theirs = problem.current as AccountDto;
    return (
      <Conflict
        why="ce compte a été modifié entre-temps."
        fields={conflictFieldsOf(base, values, theirs)}
        onResolve={(choices) => {
          const merged = mergeChoices(theirs, values, choices);
          form.change({ base: theirs, values: merged });
          void save(theirs, merged);
        }}
        actions={
          <Button variant="default" onClick={() => void form.giveUp().then(onDone)}>
            Garder sa version
          </Button>
        }
      />
    );
  }
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(base, values);
      }}
      onBlur={() => void form.flush()}
    >
      <ErrorSummary faults={fieldFaultsOf(problem, { prefix: 'account', first: 'firstName' })} />
      <AccountFields
        values={values}
        onChange={(part) => {
          form.change({ base, values: { ...values, ...part } });
        }}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy}>
          Enregistrer
        </Button>
        {base === undefined ? null : <Activity account={base} form={form} onDone={onDone} />}
        <Button variant="subtle" onClick={() => void form.giveUp().then(onDone)}>
          Annuler
        </Button>
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
    </form>
  );
}

function finish(onDone: () => void): void {
  sayDone('Compte enregistré.');
  onDone();
}

/** An account is never taken away: cases and journal keep the name. */
function Activity({
  account,
  form,
  onDone,
}: {
  readonly account: AccountDto;
  readonly form: FormDraft<Editing>;
  readonly onDone: () => void;
}): ReactNode {
  const change = async (): Promise<void> => {
    if (await form.submit(() => changeAccount(account, { active: !account.active }))) finish(onDone);
  };
  return (
    <Button variant="default" disabled={form.busy} onClick={() => void change()}>
      {account.active ? 'Désactiver ce compte' : 'Réactiver ce compte'}
    </Button>
  );
}

function AccountFields({
  values,
  onChange,
}: {
  readonly values: AccountValues;
  readonly onChange: (part: Partial<AccountValues>) => void;
}): ReactNode {
  return (
    <>
      {FIELDS.map(([name, label]) => (
        <TextInput
          key={name}
          id={`account-${name}`}
          label={label}
          required
          value={values[name]}
          onChange={(event) => {
            onChange({ [name]: event.currentTarget.value });
          }}
        />
      ))}
      <RolesField
        roles={values.roles}
        onChange={(roles) => {
          onChange({ roles });
        }}
      />
    </>
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

function rolesText(roles: readonly RoleGivenDto[]): string {
  return roles.map((one) => `${ROLE_WORDS[one.role]} (${reachKey(one)})`).join(' ; ');
}

/** The fields in which before, mine and theirs are not all the same. */
function conflictFieldsOf(base: AccountDto, mine: AccountValues, stored: AccountDto): readonly ConflictField[] {
  const [before, theirs] = [valuesOf(base), valuesOf(stored)];
  const all = [
    ...FIELDS.map(([name, label]) => ({ name, label, before: before[name], mine: mine[name], theirs: theirs[name] })),
    {
      name: 'roles',
      label: 'Rôles',
      before: rolesText(before.roles),
      mine: rolesText(mine.roles),
      theirs: rolesText(theirs.roles),
    },
  ];
  return all.filter((field) => field.before !== field.mine || field.before !== field.theirs);
}

function mergeChoices(
  stored: AccountDto,
  mine: AccountValues,
  choices: Readonly<Record<string, ConflictChoice>>,
): AccountValues {
  const kept = Object.entries(mine).filter(([name]) => choices[name] === 'mine');
  return { ...valuesOf(stored), ...(Object.fromEntries(kept) as Partial<AccountValues>) };
}
