import { Anchor } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { BenchFrameDto, BenchLetterDto } from '../../api/design.js';
import { Notice } from '../../components/state/notice.js';
import { moment, plainDate, typeset } from '../../text/format.js';

/** What followed, moment by moment; the last one in full. */
export function Frames({
  processId,
  frames,
}: {
  readonly processId: string;
  readonly frames: readonly BenchFrameDto[];
}): ReactNode {
  return (
    <>
      <p className="pv-hidden" role="status">
        {frames.at(-1)?.title}
      </p>
      <ol className="pv-frames">
        {frames.map((frame, index) => (
          <Frame key={index} {...{ processId, frame }} last={index === frames.length - 1} />
        ))}
      </ol>
    </>
  );
}

interface FrameProps {
  readonly processId: string;
  readonly frame: BenchFrameDto;
  readonly last: boolean;
}

function Frame({ processId, frame, last }: FrameProps): ReactNode {
  const { at, title, refused, state, tasks, mails, clocks, journal } = frame;
  return (
    <li className="pv-frame" data-last={last}>
      <h3>{title}</h3>
      <p className="pv-row-sub">{moment(at)}</p>
      {refused === undefined ? null : <Notice tone="soon" icon="alert" title={refused} />}
      {mails.length === 0 ? null : (
        <>
          <ul aria-label="Courriels et lettres">
            {mails.map(({ words, letter }, index) => (
              <li key={index}>
                {typeset(words)}
                {letter === undefined ? null : <Letter letter={letter} />}
              </li>
            ))}
          </ul>
          <p className="pv-row-sub pv-no-print">
            <Anchor component={Link} to={`/processus/${processId}?vue=lettres`}>
              Lire les courriers de ce processus
            </Anchor>
          </p>
        </>
      )}
      {last ? (
        <>
          <dl className="pv-facts">
            <dt>Où en est-on</dt>
            <dd>{state}</dd>
            <dt>Tâches</dt>
            <dd>
              {tasks.length === 0
                ? 'Aucune'
                : tasks
                    .map(({ words, who, targetOn }) =>
                      typeset(`${words} : ${who}${targetOn === undefined ? '' : `, d’ici le ${plainDate(targetOn)}`}`),
                    )
                    .join(' ; ')}
            </dd>
            {clocks.map(({ name, state: word, dueOn }) => (
              <Fragment key={name}>
                <dt>{typeset(name)}</dt>
                <dd>{dueOn === undefined ? word : `${plainDate(dueOn)} (${word})`}</dd>
              </Fragment>
            ))}
          </dl>
        </>
      ) : null}
      <details>
        <summary>Journal</summary>
        <ul>
          {journal.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What the citizen gets, as they read it. */
function Letter({ letter: { subject, text, fault } }: { readonly letter: BenchLetterDto }): ReactNode {
  return (
    <details>
      <summary>{subject}</summary>
      {fault === undefined ? null : <Notice tone="late" icon="alert" title={fault} />}
      {text === undefined ? null : <div className="pv-letter-text">{text}</div>}
    </details>
  );
}
