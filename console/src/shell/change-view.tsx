import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { asProblem, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { changeView, type ChangedViewDto, type ViewDto } from '../api/views.js';
import { Conflict, type ConflictChoice } from '../components/state/conflict.js';
import { Notice } from '../components/state/notice.js';
import { viewQuery } from './peek.js';
import { sayDone } from './toasts.js';

export type Audience = ViewDto['audience'];

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  mine: 'Pour moi',
  team: 'Pour mon équipe',
  organisation: 'Pour mon organisation',
};

interface AudienceChoiceProps {
  readonly value: Audience;
  readonly onChange: (audience: Audience) => void;
}

/** To whom a view is shown; whoever is in no team has none to show it to. */
export function AudienceChoice({ value, onChange }: AudienceChoiceProps): ReactNode {
  const { roles } = useSession();
  const hasTeam = roles.some(({ team }) => team !== undefined);
  const audiences: readonly Audience[] = hasTeam ? ['mine', 'team', 'organisation'] : ['mine', 'organisation'];
  return (
    <SegmentedControl
      fullWidth
      aria-label="À qui la montrer"
      value={value}
      data={audiences.map((one) => ({ value: one, label: AUDIENCE_WORDS[one] }))}
      onChange={onChange}
    />
  );
}

interface ChangeViewProps {
  readonly view: ViewDto;
  readonly onDone: () => void;
}

/** Another name, another audience, the filters on the screen instead of its own; changed elsewhere meanwhile, one chooses. */
export function ChangeView({ view, onDone }: ChangeViewProps): ReactNode {
  const { search } = useLocation();
  const [base, setBase] = useState(view);
  const [name, setName] = useState(view.name);
  const [audience, setAudience] = useState<Audience>(view.audience);
  const [replaces, setReplaces] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [theirs, setTheirs] = useState<ViewDto>();
  const mine: Wanted = { name: name.trim(), audience, query: replaces ? viewQuery(search) : base.query };
  const save = async (from: ViewDto, wanted: Wanted): Promise<void> => {
    if (busy || wanted.name === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      await changeView(from, changeOf(from, wanted));
      sayDone(`La vue « ${wanted.name} » est modifiée.`);
      onDone();
    } catch (error) {
      const refused = asProblem(error);
      if (refused.status === 412 && refused.current !== undefined) setTheirs(refused.current as ViewDto);
      else setProblem(refused);
    } finally {
      setBusy(false);
    }
  };
  if (theirs !== undefined) {
    const resolve = (choices: Readonly<Record<string, ConflictChoice>>): void => {
      const wanted = { ...wantedOf(theirs), ...chosen(mine, choices) };
      setBase(theirs);
      setName(wanted.name);
      setAudience(wanted.audience);
      setTheirs(undefined);
      void save(theirs, wanted);
    };
    return (
      <Conflict
        why="cette vue a été modifiée entre-temps."
        fields={fieldsOf(wantedOf(base), mine, wantedOf(theirs))}
        onResolve={resolve}
        actions={
          <Button variant="default" onClick={onDone}>
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
      <NameField value={name} onChange={setName} />
      <AudienceChoice value={audience} onChange={setAudience} />
      <Checkbox
        label="Remplacer ses filtres par ceux affichés en ce moment"
        checked={replaces}
        onChange={(event) => {
          setReplaces(event.currentTarget.checked);
        }}
      />
      {problem === undefined ? null : <Notice tone="late" role="alert" title={problem.message} />}
      <div className="pv-form-actions">
        <Button type="submit" loading={busy} disabled={mine.name === ''}>
          Enregistrer
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Annuler
        </Button>
      </div>
    </form>
  );
}

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (name: string) => void;
}

function NameField({ value, onChange }: NameFieldProps): ReactNode {
  return (
    <TextInput
      label="Nouveau nom"
      maxLength={80}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
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
