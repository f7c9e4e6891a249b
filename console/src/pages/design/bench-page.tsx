import { Anchor, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { Fragment, useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useBench, type BenchDto, type BenchFrameDto, type BenchMoveDto } from '../../api/design.js';
import { asProblem } from '../../api/problem.js';
import { useProcess, type ProcessSheetDto } from '../../api/processes.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { moment, plainDate, today, typeset } from '../../text/format.js';
import { townInstant } from '../../text/town-instant.js';
import '../steering/steering.css';

/** A case played before anyone lives it: acts, days that pass, and what follows from them. */
export function BenchPage(): ReactNode {
  const { processId = '' } = useParams();
  const sheet = useProcess(processId);
  useTitle(sheet.data?.title, 'Banc d’essai');
  if (sheet.isPending) return <Loading what="du processus" />;
  if (sheet.data === undefined) return <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />;
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to={`/processus/${processId}`}>
          ← {sheet.data.title}
        </Anchor>
      </p>
      <PageHead
        title="Banc d’essai"
        lead={typeset(
          `« ${sheet.data.title} », version ${String(sheet.data.version)} : un dossier inventé, rien n’est enregistré ni envoyé.`,
        )}
      />
      <Bench key={processId} processId={processId} sheet={sheet.data} />
    </>
  );
}

const CHANNELS = [
  { value: 'teleservice', label: 'Téléservice' },
  { value: 'telephone', label: 'Téléphone' },
  { value: 'letter', label: 'Courrier' },
];

function Bench({ processId, sheet }: { readonly processId: string; readonly sheet: ProcessSheetDto }): ReactNode {
  const [day, setDay] = useState<string>(today());
  const [hour, setHour] = useState('10:00');
  const [channel, setChannel] = useState('teleservice');
  const [answers, setAnswers] = useState<Readonly<Record<string, boolean | string>>>({});
  const [acts, setActs] = useState<readonly BenchMoveDto[]>([]);
  const openedAt = townInstant(day, hour);
  const play = { openedAt, channel, answers, acts } as unknown as BenchDto;
  const bench = useBench(processId, play);
  const add = (move: BenchMoveDto): void => {
    setActs((all) => [...all, move]);
  };
  const restart = (change: () => void): void => {
    change();
    setActs([]);
  };
  return (
    <div className="pv-bench">
      <div className="pv-bench-acts pv-no-print">
        <fieldset className="pv-fieldset">
          <legend>La demande</legend>
          <TextInput
            type="date"
            label="Reçue le"
            value={day}
            onChange={(event) => {
              const next = event.currentTarget.value;
              if (next !== '')
                restart(() => {
                  setDay(next);
                });
            }}
          />
          <TextInput
            type="time"
            label="à"
            value={hour}
            onChange={(event) => {
              const next = event.currentTarget.value;
              if (next !== '')
                restart(() => {
                  setHour(next);
                });
            }}
          />
          <Select
            label="Par"
            data={CHANNELS}
            value={channel}
            allowDeselect={false}
            onChange={(next) => {
              restart(() => {
                setChannel(next ?? 'teleservice');
              });
            }}
          />
          <RoutingAnswers
            sheet={sheet}
            answers={answers}
            onChange={(next) => {
              restart(() => {
                setAnswers(next);
              });
            }}
          />
        </fieldset>
        <h2>Que se passe-t-il ensuite ?</h2>
        {bench.data?.next.map(({ words, label }) => (
          <Button
            key={words}
            variant="default"
            justify="flex-start"
            onClick={() => {
              add({ words });
            }}
          >
            {label}
          </Button>
        ))}
        <Button
          variant="light"
          onClick={() => {
            add({ workingDays: 1 });
          }}
        >
          + 1 jour ouvré
        </Button>
        <Button
          variant="light"
          onClick={() => {
            add({ workingDays: 3 });
          }}
        >
          + 3 jours ouvrés
        </Button>
        <Button
          variant="light"
          onClick={() => {
            add({ workingDays: 10 });
          }}
        >
          + 10 jours ouvrés
        </Button>
        <Button
          variant="subtle"
          disabled={acts.length === 0}
          onClick={() => {
            setActs((all) => all.slice(0, -1));
          }}
        >
          Annuler la dernière action
        </Button>
        <Button
          variant="subtle"
          disabled={acts.length === 0}
          onClick={() => {
            setActs([]);
          }}
        >
          Recommencer
        </Button>
      </div>
      <div>
        {bench.data === undefined && bench.error === null ? <Loading what="du dossier" /> : null}
        {bench.error === null ? null : <Notice tone="late" role="alert" title={asProblem(bench.error).message} />}
        {bench.data === undefined ? null : <Frames frames={bench.data.frames} />}
      </div>
    </div>
  );
}

interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly routing?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Only the answers that the way of the case depends on. */
function RoutingAnswers({
  sheet,
  answers,
  onChange,
}: {
  readonly sheet: ProcessSheetDto;
  readonly answers: Readonly<Record<string, boolean | string>>;
  readonly onChange: (answers: Readonly<Record<string, boolean | string>>) => void;
}): ReactNode {
  const fields = (sheet.form.fields as unknown as readonly Field[]).filter(({ routing }) => routing === true);
  return fields.map(({ key, label, type, options }) =>
    type === 'yesNo' ? (
      <Checkbox
        key={key}
        mt="xs"
        label={label}
        checked={answers[key] === true}
        onChange={(event) => {
          onChange({ ...answers, [key]: event.currentTarget.checked });
        }}
      />
    ) : (
      <Select
        key={key}
        label={label}
        data={(options ?? []).map(({ value, label: text }) => ({ value, label: text }))}
        value={typeof answers[key] === 'string' ? answers[key] : null}
        onChange={(next) => {
          onChange({ ...answers, ...(next === null ? {} : { [key]: next }) });
        }}
      />
    ),
  );
}

function Frames({ frames }: { readonly frames: readonly BenchFrameDto[] }): ReactNode {
  return (
    <>
      <p className="pv-hidden" role="status">
        {frames.at(-1)?.title}
      </p>
      <ol className="pv-frames">
        {frames.map((frame, index) => (
          <Frame key={index} frame={frame} last={index === frames.length - 1} />
        ))}
      </ol>
    </>
  );
}

function Frame({ frame, last }: { readonly frame: BenchFrameDto; readonly last: boolean }): ReactNode {
  const { at, title, refused, state, tasks, mails, clocks, journal } = frame;
  return (
    <li className="pv-frame" data-last={last}>
      <h3>{title}</h3>
      <p className="pv-row-sub">{moment(at)}</p>
      {refused === undefined ? null : <Notice tone="soon" icon="alert" title={refused} />}
      {mails.length === 0 ? null : (
        <ul aria-label="Courriels et lettres">
          {mails.map((mail, index) => (
            <li key={index}>{typeset(mail)}</li>
          ))}
        </ul>
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
