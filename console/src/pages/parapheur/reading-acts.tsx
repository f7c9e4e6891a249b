import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { performAct, type CaseDetailDto } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import { asProblem, type Problem } from '../../api/problem.js';
import { authenticateAgain } from '../../api/session.js';
import type { ParapheurItemDto } from '../../api/parapheur.js';
import { Failure } from '../../components/state/failure.js';
import { Notice } from '../../components/state/notice.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { useOpenForm } from '../../shell/peek.js';
import { sayDone } from '../../shell/toasts.js';
import { CorrectLetter } from './correct-letter.js';
import type { LetterRead, PanelProps } from './panel-act.js';
import { SendBack } from './send-back.js';

export interface ReadingActsProps {
  readonly item: ParapheurItemDto;
  readonly caseFile: CaseDetailDto;
  readonly letter: LetterRead;
  /** The letter is before the reader's eyes, and still the one that would leave. */
  readonly ready: boolean;
  readonly onNext: () => void;
  /** Words of the way to what follows. */
  readonly onward: string;
}

const ACT_LABELS = { endorse: 'Viser et suivant', sign: 'Signer et suivant' } as const;

/** What is written beside the letter; the one that is open is part of the address. */
function usePanels(taskId: string): readonly ReadingPanel[] {
  const [correcting, correct] = useOpenForm(`correct:${taskId}`);
  const [returning, sendBack] = useOpenForm(`back:${taskId}`);
  return [
    {
      id: 'correct',
      act: 'endorseCorrected',
      label: 'Corriger',
      key: 'e',
      ...{ open: correcting, setOpen: correct },
      Form: CorrectLetter,
    },
    {
      id: 'sendBack',
      act: 'sendBack',
      label: 'Renvoyer',
      key: 'r',
      ...{ open: returning, setOpen: sendBack },
      Form: SendBack,
    },
  ];
}

interface ReadingPanel {
  readonly id: string;
  readonly act: string;
  readonly label: string;
  readonly key: string;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly Form: (props: PanelProps) => ReactNode;
}

/** Endorse, sign, correct, send back; always with the way to the next one. */
export function ReadingActs(props: ReadingActsProps): ReactNode {
  const { item, caseFile, letter, ready, onNext, onward } = props;
  const panels = usePanels(item.id);
  const decide = useDecision(props);
  const possible = new Set(caseFile.may.filter(({ taskId }) => taskId === item.id).map(({ act }) => act));
  const act = possible.has('endorse') ? 'endorse' : possible.has('sign') ? 'sign' : undefined;
  const run = (): void => {
    if (ready && act !== undefined) void decide.perform(act);
  };
  const shown = panels.filter((one) => possible.has(one.act));
  useShortcuts('Sur cette lettre', {
    ...(act === undefined ? {} : { v: { label: ACT_LABELS[act], act: run } }),
    ...Object.fromEntries(
      shown.map(({ key, label, open, setOpen }) => [
        key,
        {
          label,
          act: () => {
            if (ready) setOpen(!open);
          },
        },
      ]),
    ),
  });
  return (
    <section aria-label="Votre décision" className="pv-reading-acts pv-no-print">
      <div className="pv-form-actions" role="group" aria-label="Agir sur la réponse">
        {act === undefined ? null : (
          <Button
            loading={decide.busy}
            disabled={!ready}
            onClick={run}
            rightSection={<kbd className="pv-wide-only">V</kbd>}
          >
            {ACT_LABELS[act]}
          </Button>
        )}
        <Button variant="default" onClick={onNext} rightSection={<kbd className="pv-wide-only">J</kbd>}>
          {onward}
        </Button>
        {shown.map(({ id, label, key, open, setOpen }) => (
          <Button
            key={id}
            variant="default"
            disabled={!ready}
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
            rightSection={<kbd className="pv-wide-only">{key.toUpperCase()}</kbd>}
          >
            {label}
          </Button>
        ))}
        {act === undefined ? null : <PassOn act={act} />}
      </div>
      {act === undefined ? <Notice tone="info" title={whyNot(item)} /> : null}
      {decide.problem === undefined ? null : <Refused problem={decide.problem} />}
      {shown.map(({ id, open, setOpen, Form }) =>
        open ? (
          <Form
            key={id}
            {...{ caseFile, item, letter }}
            onDone={onNext}
            onClose={() => {
              setOpen(false);
            }}
          />
        ) : null,
      )}
    </section>
  );
}

/** To have others do it: a signature by delegation, a visa by whoever replaces an absent person. */
function PassOn({ act }: { readonly act: 'endorse' | 'sign' }): ReactNode {
  const [to, label] = act === 'sign' ? ['/delegations', 'Déléguer'] : ['/absences', 'Me faire remplacer'];
  return (
    <Button component={Link} to={to} variant="subtle">
      {label}
    </Button>
  );
}

function whyNot({ kind, behalf }: ParapheurItemDto): string {
  if (kind === 'endorse') return 'Vous avez écrit cette réponse : une autre personne doit la viser.';
  return behalf === undefined
    ? 'Aucune délégation de signature en vigueur ne vous permet de signer cette lettre.'
    : `Vous remplacez ${behalf.name}, mais aucune délégation de signature en vigueur ne vous permet de signer à sa place.`;
}

function Refused({ problem }: { readonly problem: Problem }): ReactNode {
  if (problem.code !== 'auth.reauthentication-required') return <Failure error={problem} />;
  return <AuthenticateFirst />;
}

/** The one way on takes the focus: signing goes through without the mouse. */
function AuthenticateFirst(): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <Notice
      tone="info"
      icon="pen"
      role="alert"
      title="Pour signer, authentifiez-vous de nouveau."
      actions={
        <Button ref={button} onClick={authenticateAgain}>
          M’authentifier
        </Button>
      }
    >
      <p>Vous reviendrez à cette lettre. L’authentification vaut cinq minutes.</p>
    </Notice>
  );
}

interface Decision {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly perform: (act: 'endorse' | 'sign') => Promise<void>;
}

function useDecision({ item, letter, onNext }: ReadingActsProps): Decision {
  const keyFor = useIntention();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const perform = async (act: 'endorse' | 'sign'): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const { letterHash } = letter;
    const path = `/tasks/${encodeURIComponent(item.id)}/${act}`;
    try {
      await performAct({ caseId: item.caseId, path, body: { letterHash }, key: keyFor([act, letterHash]) });
      sayDone(`${item.caseNumber} : ${act === 'endorse' ? 'réponse visée' : 'lettre signée'}.`);
      onNext();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, perform };
}
