import { Button, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../domain/time/local-date.js';
import { endCallback, postponeCallback, useCallbackDays, type CallbackDto } from '../api/callbacks.js';
import { newKey } from '../api/intention.js';
import { told, type Undo } from '../shell/toasts.js';
import { dayAndMonth, today, typeset } from '../text/format.js';
import { distanceInWords } from './callback-days.js';
import { Partial } from './state/failure.js';

/** Done, or put off; what is done can be taken back. */
export function CallbackActs({ callback }: { readonly callback: CallbackDto }): ReactNode {
  const { caseNumber, doneAt } = callback;
  const [busy, setBusy] = useState(false);
  const act = async (work: Promise<unknown>, done: string, undo?: Undo): Promise<void> => {
    setBusy(true);
    await told(work, done, undo);
    setBusy(false);
  };
  const postpone = (day: LocalDate): void => {
    const put = postponeCallback(callback, day);
    const back: Undo = async () => postponeCallback(await put, callback.dueOn < today() ? today() : callback.dueOn);
    void act(put, `${caseNumber} : rappel reporté au ${dayAndMonth(day)}.`, back);
  };
  if (doneAt !== undefined)
    return (
      <Button
        variant="default"
        size="compact-sm"
        loading={busy}
        aria-label={`Remettre à faire le rappel de ${caseNumber}`}
        onClick={() => void act(endCallback(callback, 'undone', newKey()), `${caseNumber} : le rappel est à refaire.`)}
      >
        Remettre à faire
      </Button>
    );
  return (
    <span className="pv-row-acts pv-no-print">
      <Button
        size="compact-sm"
        loading={busy}
        aria-label={`Rappel de ${caseNumber} fait`}
        onClick={() =>
          void act(endCallback(callback, 'done', newKey()), `${caseNumber} : rappel fait.`, () =>
            endCallback(callback, 'undone', newKey()),
          )
        }
      >
        Fait
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            disabled={busy}
            aria-label={`Reporter le rappel de ${caseNumber}`}
          >
            Reporter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <LaterDays onPick={postpone} />
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}

/** Read when the menu is opened: a holiday or a closure is no day to call back. */
function LaterDays({ onPick }: { readonly onPick: (day: LocalDate) => void }): ReactNode {
  const { data, isError, refetch } = useCallbackDays();
  if (isError) return <Partial what="Les jours ouverts" onRetry={() => void refetch()} />;
  return data?.map((day) => (
    <Menu.Item
      key={day}
      onClick={() => {
        onPick(day);
      }}
    >
      {typeset(distanceInWords(today(), day))}
      <span className="pv-row-sub">{dayAndMonth(day)}</span>
    </Menu.Item>
  ));
}
