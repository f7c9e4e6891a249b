import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { performAct } from '../../api/cases.js';
import { useIntention } from '../../api/intention.js';
import type { LetterToPostDto } from '../../api/letters.js';
import { queryClient } from '../../api/query-client.js';
import { asProblem } from '../../api/problem.js';
import { Confirm } from '../../components/confirm.js';
import { Batch } from '../../components/state/standing.js';
import { Notice } from '../../components/state/notice.js';
import { sayDone } from '../../shell/toasts.js';
import { agree, count, plainDate, today } from '../../text/format.js';

interface Failed {
  readonly letter: LetterToPostDto;
  readonly why: string;
}

/** Confirms that letters were posted: one result for each, those that failed can be tried again. */
export function PostLetters({
  letters,
  onDone,
}: {
  readonly letters: readonly LetterToPostDto[];
  readonly onDone: () => void;
}): ReactNode {
  const [asking, setAsking] = useState(false);
  const [day, setDay] = useState<string>(today());
  const [done, setDone] = useState<number>();
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const keyFor = useIntention();
  const total = letters.length;
  const post = async (all: readonly LetterToPostDto[]): Promise<void> => {
    const refused: Failed[] = [];
    setFailed([]);
    const lot = keyFor([all.map(({ effectId }) => effectId), day]);
    for (const [index, letter] of all.entries()) {
      setDone(index);
      try {
        await performAct({
          caseId: letter.caseId,
          path: `/letters-to-post/${letter.effectId}/posted`,
          body: { postedOn: day },
          key: `${lot}.${letter.effectId}`.slice(0, 128),
        });
      } catch (error) {
        refused.push({ letter, why: asProblem(error).message });
      }
    }
    setDone(undefined);
    setFailed(refused);
    void queryClient.invalidateQueries({ queryKey: ['letters'] });
    if (refused.length > 0) return;
    setAsking(false);
    sayDone(`${count(all.length, 'lettre postée', 'lettres postées')} le ${plainDate(day)}.`);
    onDone();
  };
  return (
    <>
      <Button
        size="compact-sm"
        onClick={() => {
          setAsking(true);
        }}
      >
        Confirmer l’envoi par la poste
      </Button>
      <Confirm
        opened={asking}
        title="Confirmer l’envoi par la poste"
        consequence={`${count(total, 'lettre sera comptée comme postée', 'lettres seront comptées comme postées')}${closing(letters)}. Cela ne se reprend pas.`}
        confirmLabel={
          failed.length > 0 ? `Réessayer ${count(failed.length, 'échec')}` : `Confirmer ${count(total, 'envoi')}`
        }
        loading={done !== undefined}
        onConfirm={() => void post(failed.length > 0 ? failed.map(({ letter }) => letter) : letters)}
        onClose={() => {
          setAsking(false);
        }}
      >
        <TextInput
          type="date"
          label="Postées le"
          max={today()}
          value={day}
          onChange={(event) => {
            setDay(event.currentTarget.value);
          }}
        />
        {done === undefined ? null : <Batch done={done} total={total} failed={failed.length} />}
        {failed.map(({ letter, why }) => (
          <Notice key={letter.effectId} tone="late" title={`${letter.caseNumber} : ${why}`} />
        ))}
      </Confirm>
    </>
  );
}

/** Posting a reply closes its request; an acknowledgement or a message closes nothing. */
function closing(letters: readonly LetterToPostDto[]): string {
  const replies = letters.filter(({ kind }) => kind === 'reply').length;
  if (replies === 0) return '';
  return agree(replies, ' et la demande répondue sera close', ' et les demandes répondues seront closes');
}
