import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useSession } from '../api/session.js';
import { changeView, type ChangedViewDto, type ViewDto } from '../api/views.js';
import { Conflict, type ConflictChoice } from '../components/state/conflict.js';
import { Notice } from '../components/state/notice.js';
import { DraftLine } from '../drafts/draft-status.js';
import { useFormDraft, type FormDraft } from '../drafts/use-form-draft.js';
import { viewQuery } from './peek.js';
import { sayDone } from './toasts.js';

export type Audience = ViewDto['audience'];

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  mine: 'Pour moi',
  team: 'Pour mon équipe',
  organisation: 'Pour mon organisation',
};

interface NameAndAudienceProps {
  readonly label: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly form: Pick<FormDraft<{ readonly name: string; readonly audience: Audience }>, 'value' | 'change' | 'flush'>;
}

/** What a view is called, and to whom it is shown; whoever is in no team has none to show it to. */
export function NameAndAudience({ label, description, required = false, form }: NameAndAudienceProps): ReactNode {
  const { roles } = useSession();
  const hasTeam = roles.some(({ team }) => team !== undefined);
  const audiences: readonly Audience[] = hasTeam ? ['mine', 'team', 'organisation'] : ['mine', 'organisation'];
  return (
    <>
      <TextInput
        label={label}
        description={description}
        required={required}
        maxLength={80}
        value={form.value.name}
        onChange={(event) => {
          form.change({ name: event.currentTarget.value });
        }}
        onBlur={() => void form.flush()}
      />
      <SegmentedControl
        fullWidth
        aria-label="À qui la montrer"
        value={form.value.audience}
        data={audiences.map((one) => ({ value: one, label: AUDIENCE_WORDS[one] }))}
        onChange={(audience) => {
          form.change({ audience });
        }}
      />
    </>
  );
}

interface ChangeViewProps {
  readonly draftKey: string;
  readonly view: ViewDto;
  readonly onDone: () => void;
}

interface Changing {
  /** What was stored when the change began: what a conflict is judged against. */
  readonly base: ViewDto;
  readonly name: string;
  readonly audience: Audience;
  readonly replaces: boolean;
}

/** Another name, another audience, the filters on the screen instead of its own; changed elsewhere meanwhile, one chooses. */
export function ChangeView({ draftKey, view, onDone }: ChangeViewProps): ReactNode {
  const { search } = useLocation();
  const form = useFormDraft<Changing>(draftKey, `Vue « ${view.name} »`, {
    base: view,
    name: view.name,
    audience: view.audience,
    replaces: false,
  });
  const { base, name, audience, replaces } = form.value;
  const { problem } = form;
  const mine: Wanted = { name: name.trim(), audience, query: replaces ? viewQuery(search) : base.query };
  const save = async (from: ViewDto, wanted: Wanted): Promise<void> => {
    if (wanted.name === '' || !(await form.submit(() => changeView(from, changeOf(from, wanted))))) return;
    sayDone(`La vue « ${wanted.name} » est modifiée.`);
    onDone();
  };
  const giveUp = (): void => {
    void form.giveUp();
    onDone();
  };
  if (problem?.status === 412 && problem.current !== undefined) {
    const theirs = problem.current as ViewDto;
    const resolve = (choices: Readonly<Record<string, ConflictChoice>>): void => {
      const wanted = { ...wantedOf(theirs), ...chosen(mine, choices) };
      form.change({ base: theirs, name: wanted.name, audience: wanted.audience });
      void save(theirs, wanted);
    };
    return (
      <Conflict
        why="cette vue a été modifiée entre-temps."
        fields={fieldsOf(wantedOf(base), mine, wantedOf(theirs))}
        onResolve={resolve}
        actions={
          <Button variant="default" onClick={giveUp}>
            La laisser telle qu’elle est
          </Button>
        }
      />
    );
  }
  return (
    <form
      className="pv-form"
      aria-label={`Modifier la vue ${view.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save(base, mine);
      }}
    >
      <ViewFields form={form} />
      {problem === undefined ? null : <Notice tone="late" role="alert" title={problem.message} />}
      <div className="pv-form-actions">
        <Button type="submit" loading={form.busy} disabled={mine.name === ''}>
          Enregistrer
        </Button>
        <Button variant="subtle" onClick={giveUp}>
          Annuler
        </Button>
        <DraftLine status={form.status} savedAt={form.savedAt} />
      </div>
    </form>
  );
}

function ViewFields({ form }: { readonly form: FormDraft<Changing> }): ReactNode {
  return (
    <>
      <NameAndAudience label="Nouveau nom" form={form} />
      <Checkbox
        label="Remplacer ses filtres par ceux affichés en ce moment"
        checked={form.value.replaces}
        onChange={(event) => {
          form.change({ replaces: event.currentTarget.checked });
        }}
      />
    </>
  );
}

type Wanted = Pick<ViewDto, 'name' | 'audience' | 'query'>;

const PARTS = ['name', 'audience', 'query'] as const;

function wantedOf({ name, audience, query }: ViewDto): Wanted {
  return { name, audience, query };
}

/** What differs, and nothing else. */
function changeOf(from: ViewDto, wanted: Wanted): ChangedViewDto {
  return Object.fromEntries(PARTS.filter((part) => wanted[part] !== from[part]).map((part) => [part, wanted[part]]));
}

function chosen(mine: Wanted, choices: Readonly<Record<string, ConflictChoice>>): Partial<Wanted> {
  return Object.fromEntries(PARTS.filter((part) => choices[part] === 'mine').map((part) => [part, mine[part]]));
}

function fieldsOf(before: Wanted, mine: Wanted, theirs: Wanted): Parameters<typeof Conflict>[0]['fields'] {
  const filters = (query: string): string => (query === before.query ? 'inchangés' : 'd’autres filtres');
  const words: Readonly<Record<(typeof PARTS)[number], (view: Wanted) => string>> = {
    name: (view) => view.name,
    audience: (view) => AUDIENCE_WORDS[view.audience],
    query: (view) => filters(view.query),
  };
  const labels = { name: 'Nom', audience: 'Pour qui', query: 'Filtres' };
  return PARTS.filter((part) => mine[part] !== before[part] || theirs[part] !== before[part]).map((part) => ({
    name: part,
    label: labels[part],
    before: words[part](before),
    mine: words[part](mine),
    theirs: words[part](theirs),
  }));
}
