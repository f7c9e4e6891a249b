import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { setThemes, useThemeSettings, type ThemesDto } from '../../api/town-settings.js';
import { Icon } from '../../components/icon.js';
import { ErrorSummary } from '../../components/state/error-summary.js';
import { Failure } from '../../components/state/failure.js';
import { fieldFaultsOf } from '../../components/state/field-faults.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { useFormDraft } from '../../drafts/use-form-draft.js';
import { sayDone } from '../../shell/toasts.js';
import { SettingsFoot } from './settings-foot.js';

/** How the town calls its themes, and the order in which lists show them. */
export function ThemeSettings(): ReactNode {
  const { data, error, isPending, refetch } = useThemeSettings();
  if (isPending) return <Loading what="des thèmes" rows={8} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Themes key={data.version} stored={data} />;
}

type Theme = ThemesDto['themes'][number];

function Themes({ stored }: { readonly stored: ThemesDto }): ReactNode {
  const form = useFormDraft<{ readonly version: number; readonly themes: readonly Theme[] }>(
    'settings:themes',
    'Thèmes',
    stored,
  );
  const { version, themes } = form.value;
  const change = (next: readonly Theme[]): void => {
    form.change({ themes: next });
  };
  const save = async (): Promise<void> => {
    if (await form.submit(() => setThemes(version, [...themes]))) sayDone('Thèmes enregistrés.');
  };
  const { problem } = form;
  const conflict = problem?.status === 412 ? (problem.current as ThemesDto | undefined) : undefined;
  return (
    <form
      className="pv-card pv-card-body pv-form"
      noValidate
      aria-label="Thèmes"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onBlur={() => void form.flush()}
    >
      {conflict === undefined ? (
        <ErrorSummary faults={fieldFaultsOf(problem, { prefix: 'theme', first: themes[0]?.id ?? '' })} />
      ) : (
        <Conflicting
          onMine={() => {
            form.change({ version: conflict.version });
            void form
              .submit(() => setThemes(conflict.version, [...themes]))
              .then((done) => {
                if (done) sayDone('Thèmes enregistrés.');
              });
          }}
          onTheirs={() => void form.giveUp()}
        />
      )}
      <ThemeRows themes={themes} onChange={change} />
      <SettingsFoot form={form} />
    </form>
  );
}

function Conflicting({ onMine, onTheirs }: { readonly onMine: () => void; readonly onTheirs: () => void }): ReactNode {
  return (
    <Notice
      tone="soon"
      icon="alert"
      role="alert"
      title="Les thèmes ont été modifiés entre-temps : votre ordre et vos titres sont gardés ici."
      actions={
        <>
          <Button onClick={onMine}>Enregistrer les miens</Button>
          <Button variant="default" onClick={onTheirs}>
            Prendre les siens
          </Button>
        </>
      }
    />
  );
}

interface RowsProps {
  readonly themes: readonly Theme[];
  readonly onChange: (themes: readonly Theme[]) => void;
}

function ThemeRows({ themes, onChange: change }: RowsProps): ReactNode {
  const move = (at: number, by: 1 | -1): void => {
    const moved = [...themes];
    const [one] = moved.splice(at, 1);
    if (one !== undefined) moved.splice(at + by, 0, one);
    change(moved);
  };
  return (
    <ol className="pv-plain-list">
      {themes.map(({ id, title }, index) => (
        <li key={id} className="pv-theme-row">
          <TextInput
            id={`theme-${id}`}
            aria-label={`Titre du thème ${String(index + 1)}`}
            value={title}
            onChange={(event) => {
              change(themes.map((one) => (one.id === id ? { id, title: event.currentTarget.value } : one)));
            }}
          />
          <ActionIcon
            variant="default"
            size={32}
            aria-label={`Monter ${title}`}
            disabled={index === 0}
            onClick={() => {
              move(index, -1);
            }}
          >
            <Icon name="up" size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={`Descendre ${title}`}
            disabled={index === themes.length - 1}
            onClick={() => {
              move(index, 1);
            }}
          >
            <Icon name="down" size={16} />
          </ActionIcon>
        </li>
      ))}
    </ol>
  );
}
