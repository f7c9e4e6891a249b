import { ActionIcon, Button, Indicator, Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import {
  followCase,
  markReadUntil,
  useNotifications,
  type NotificationDto,
  type ReplacementNotificationDto,
} from '../api/notifications.js';
import { Icon } from '../components/icon.js';
import { Empty } from '../components/state/empty.js';
import { Failure } from '../components/state/failure.js';
import { Loading } from '../components/state/loading.js';
import { ago, count, longDate, typeset } from '../text/format.js';
import { markToastsSeen, sayFailed, told, useToasts, useUnseenToasts } from './toasts.js';
import './notification-centre.css';

/** What concerns the reader, by case, and the messages of this page; for whoever was looking elsewhere. */
export function NotificationCentre(): ReactNode {
  const [opened, setOpened] = useState(false);
  const { data } = useNotifications();
  const unread = (data?.unread ?? 0) + useUnseenToasts();
  return (
    <Popover
      position="bottom-end"
      width="min(26rem, 94vw)"
      opened={opened}
      onChange={setOpened}
      onOpen={markToastsSeen}
      trapFocus
      returnFocus
      withArrow
      shadow="md"
    >
      <Indicator disabled={unread === 0} size={9} offset={6} color="red">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={unread === 0 ? 'Notifications' : `Notifications, ${count(unread, 'non lue', 'non lues')}`}
            onClick={() => {
              setOpened(!opened);
            }}
          >
            <Icon name="bell" />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown className="pv-notifications" aria-label="Notifications">
        <Notifications
          onFollow={() => {
            setOpened(false);
          }}
        />
        <Toasts />
        <p>
          <Link
            to="/notifications"
            onClick={() => {
              setOpened(false);
            }}
          >
            Choisir comment être prévenu
          </Link>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

function Notifications({ onFollow }: { readonly onFollow: () => void }): ReactNode {
  const { data, error, isPending, refetch } = useNotifications();
  if (isPending) return <Loading what="des notifications" rows={3} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ReadAll unread={data.unread} readUntil={data.readUntil} />
      {data.items.length + data.replacements.length === 0 ? <Empty title="Rien de nouveau depuis un mois." /> : null}
      <ul className="pv-plain-list">
        {data.replacements.map((one) => (
          <li key={one.absenceId}>
            <OneReplacement replacement={one} onFollow={onFollow} />
          </li>
        ))}
        {data.items.map((one) => (
          <li key={one.caseId}>
            <OneCase notification={one} onFollow={onFollow} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Before anything was read, all of it is new. */
const NEVER = '1970-01-01T00:00:00Z';

/** Everything at once, and back: what was read until then is remembered here. */
function ReadAll({
  unread,
  readUntil,
}: {
  readonly unread: number;
  readonly readUntil?: string | undefined;
}): ReactNode {
  const [before, setBefore] = useState<string>();
  const [busy, setBusy] = useState(false);
  const mark = async (until: string, undo: string | undefined): Promise<void> => {
    setBusy(true);
    try {
      await markReadUntil(until);
      setBefore(undo);
    } catch (error) {
      sayFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <p className="pv-notifications-head">
      <strong role="status">
        {unread === 0 ? 'Tout est lu' : count(unread, 'notification à voir', 'notifications à voir')}
      </strong>
      {unread > 0 ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          onClick={() => void mark(new Date().toISOString(), readUntil ?? NEVER)}
        >
          Tout marquer comme lu
        </Button>
      ) : before === undefined ? null : (
        <Button size="compact-sm" variant="subtle" loading={busy} onClick={() => void mark(before, undefined)}>
          Annuler
        </Button>
      )}
    </p>
  );
}

export const LEVEL_WORDS: Readonly<Record<NotificationDto['level'], string>> = {
  action: 'Action demandée',
  mention: 'Mention',
  information: 'Information',
};

/** Somebody is away: whose work is in the reader's lists too, until when, and what they left to say. */
function OneReplacement({
  replacement: { person, until, processes, message, unread },
  onFollow,
}: {
  readonly replacement: ReplacementNotificationDto;
  readonly onFollow: () => void;
}): ReactNode {
  return (
    <div className="pv-notification" data-unread={unread} data-level="action">
      <p>
        <span className="pv-tag">Remplacement</span>
        {unread ? <span className="pv-hidden"> non lue</span> : null}
      </p>
      <Link to="/" onClick={onFollow}>
        {typeset(`Vous remplacez ${person.name}`)}
      </Link>
      <ul className="pv-plain-list">
        <li className="pv-row-sub">{typeset(`Jusqu’au ${longDate(until)} compris`)}</li>
        {processes === undefined ? null : (
          <li className="pv-row-sub">{typeset(`Pour : ${processes.map(({ name }) => name).join(', ')}`)}</li>
        )}
        {message === undefined ? null : <li className="pv-row-sub">{typeset(`« ${message} »`)}</li>}
      </ul>
    </div>
  );
}

function OneCase({
  notification,
  onFollow,
}: {
  readonly notification: NotificationDto;
  readonly onFollow: () => void;
}): ReactNode {
  const { caseId, caseNumber, title, level, unread, entries, others, following } = notification;
  const muted = following === 'muted';
  return (
    <div className="pv-notification" data-unread={unread} data-level={level}>
      <p>
        <span className="pv-tag">{LEVEL_WORDS[level]}</span>
        {unread ? <span className="pv-hidden"> non lue</span> : null}
      </p>
      <Link to={`/dossiers/${caseId}`} onClick={onFollow}>
        {typeset(`${caseNumber} — ${title}`)}
      </Link>
      <ul className="pv-plain-list">
        {entries.map(({ at, words, by }, index) => (
          <li key={index} className="pv-row-sub">
            {typeset(`${words}${by === undefined ? '' : `, par ${by.name}`}, ${ago(at)}`)}
          </li>
        ))}
      </ul>
      {others > 0 ? <span className="pv-row-sub">{`et ${count(others, 'autre', 'autres')}`}</span> : null}
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={muted ? `Ne plus mettre ${caseNumber} en sourdine` : `Mettre ${caseNumber} en sourdine`}
        onClick={() =>
          void told(
            followCase(caseId, muted ? 'none' : 'muted'),
            muted
              ? `${caseNumber} n’est plus en sourdine.`
              : `${caseNumber} est en sourdine : seul ce qui vous est demandé sera dit.`,
          )
        }
      >
        {muted ? 'Ne plus mettre en sourdine' : 'Mettre en sourdine'}
      </Button>
    </div>
  );
}

function Toasts(): ReactNode {
  const toasts = useToasts();
  if (toasts.length === 0) return null;
  return (
    <section aria-labelledby="pv-toasts">
      <h2 id="pv-toasts">Depuis l’ouverture de cette page</h2>
      <ul className="pv-plain-list">
        {toasts.map(({ id, text, at, tone }) => (
          <li key={id}>
            {tone === 'failed' ? <Icon name="alert" size={14} /> : <Icon name="check" size={14} />} {text}
            <span className="pv-row-sub">{ago(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
