import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseDetailDto, PossibleActDto } from '../../../api/cases.js';
import { KeptWords } from '../../../drafts/kept-words.js';
import { useShortcuts, type Shortcut } from '../../../shell/keyboard.js';
import { useOverParam } from '../../../shell/peek.js';
import { ACT_KEYS, actKey, entryOf, orderActs } from './act-catalog.js';
import { ActPanel } from './act-panel.js';
import { SuspendGuide } from './suspend-guide.js';
import { maySuspend, SUSPEND } from './suspension.js';

/** How many acts are buttons; the others are in the menu. */
const SHOWN = 2;
const PARAM = 'acte';

/** What the reader may do now, as the server says it; the one being prepared is part of the address. */
export function ActBar({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const [asked, setAsked] = useOverParam(PARAM);
  const acts = orderActs(caseFile.may);
  const chosen = acts.find((act) => actKey(act) === asked);
  const choose = (act: PossibleActDto | undefined): void => {
    setAsked(act === undefined ? undefined : actKey(act));
  };
  useShortcuts('Sur la demande', Object.fromEntries(keysOf(acts, choose)));
  const gone = asked === undefined || chosen !== undefined ? null : <KeptWords draftKey={asked} />;
  if (acts.length === 0) return gone;
  const entry = chosen === undefined ? undefined : entryOf(chosen);
  const [first, second] = acts;
  return (
    <div className="pv-acts pv-no-print">
      {gone}
      <div className="pv-form-actions" role="group" aria-label="Agir sur la demande">
        {[first, second].map((act, index) =>
          act === undefined ? null : (
            <ActButton
              key={actKey(act)}
              act={act}
              primary={index === 0}
              onChoose={() => {
                choose(act);
              }}
            />
          ),
        )}
        <OtherActs
          acts={acts.slice(SHOWN)}
          onChoose={choose}
          onSuspend={
            maySuspend(caseFile)
              ? () => {
                  setAsked(SUSPEND);
                }
              : undefined
          }
        />
      </div>
      <SuspendGuide caseFile={caseFile} />
      {chosen === undefined || entry === undefined || entry.form === 'parapheur' ? null : (
        <ActPanel
          key={actKey(chosen)}
          caseFile={caseFile}
          act={chosen}
          entry={entry}
          onClose={() => {
            choose(undefined);
          }}
        />
      )}
    </div>
  );
}

interface OtherActsProps {
  readonly acts: readonly PossibleActDto[];
  readonly onChoose: (act: PossibleActDto) => void;
  /** Absent where the request cannot be suspended. */
  readonly onSuspend: (() => void) | undefined;
}

function OtherActs({ acts, onChoose, onSuspend }: OtherActsProps): ReactNode {
  if (acts.length === 0 && onSuspend === undefined) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default">Autres actions</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <ActItem
            key={actKey(act)}
            act={act}
            onChoose={() => {
              onChoose(act);
            }}
          />
        ))}
        {onSuspend === undefined ? null : <Menu.Item onClick={onSuspend}>Suspendre</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function keysOf(
  acts: readonly PossibleActDto[],
  choose: (act: PossibleActDto) => void,
): readonly (readonly [string, Shortcut])[] {
  return ACT_KEYS.flatMap(([key, name]) => {
    const act = acts.find((one) => one.act === name);
    const label = act === undefined ? undefined : entryOf(act)?.label;
    if (act === undefined || label === undefined) return [];
    return [
      [
        key,
        {
          label,
          act: () => {
            choose(act);
          },
        },
      ] as const,
    ];
  });
}

interface ActChoiceProps {
  readonly act: PossibleActDto;
  readonly onChoose: () => void;
}

function ActButton({ act, primary, onChoose }: ActChoiceProps & { readonly primary: boolean }): ReactNode {
  const entry = entryOf(act);
  const variant = primary ? 'filled' : 'default';
  if (entry?.form === 'parapheur') {
    return (
      <Button component={Link} to={`/parapheur/${act.taskId ?? ''}`} variant={variant}>
        {entry.label}
      </Button>
    );
  }
  return (
    <Button variant={variant} onClick={onChoose}>
      {entry?.label}
    </Button>
  );
}

function ActItem({ act, onChoose }: ActChoiceProps): ReactNode {
  const entry = entryOf(act);
  if (entry?.form === 'parapheur') {
    return (
      <Menu.Item component={Link} to={`/parapheur/${act.taskId ?? ''}`}>
        {entry.label}
      </Menu.Item>
    );
  }
  return <Menu.Item onClick={onChoose}>{entry?.label}</Menu.Item>;
}
