import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  CHANNELS_OF_ACTIONS,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_LEVELS,
  type NotificationChannel,
  type NotificationLevel,
} from '../../../../domain/people/notification-channel.js';
import { chooseChannels, useChannels, type NotificationChannelsDto } from '../../api/notifications.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { LEVEL_WORDS } from '../../shell/notification-centre.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { told } from '../../shell/toasts.js';
import { typeset } from '../../text/format.js';

const CHANNEL_WORDS: Readonly<Record<NotificationChannel, string>> = {
  application: 'Dans l’application seulement',
  mail: 'Par courriel, tout de suite',
  digest: 'Dans le courriel du matin, à 8 h 30',
  none: 'Nulle part',
};

const MEANINGS: Readonly<Record<NotificationLevel, string>> = {
  action: 'Une tâche arrive pour vous ou pour votre équipe. Elle se montre toujours dans l’application.',
  mention: 'Un collègue vous nomme dans une note interne.',
  information: 'Il se passe quelque chose sur une demande que vous suivez ou dont vous tenez une tâche.',
};

/** By which channel one is told, level by level: each choice is kept at once, and taken back as quickly. */
export function ChannelsPage(): ReactNode {
  const { data, error, isPending, refetch } = useChannels();
  useTitle('Être prévenu');
  return (
    <>
      <PageHead
        title="Être prévenu"
        lead={typeset(
          'Ce qui part par courriel se montre aussi dans l’application. Les courriels partent pendant les heures d’ouverture, sans nom ni parole d’usager.',
        )}
      />
      {isPending ? <Loading what="de vos choix" rows={3} /> : null}
      {error === null ? null : <Failure error={error} what="Vos choix sont" onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <section className="pv-card pv-card-body pv-form" aria-label="Être prévenu">
          {NOTIFICATION_LEVELS.map((level) => (
            <ChannelOf key={level} level={level} chosen={data} />
          ))}
        </section>
      )}
    </>
  );
}

function ChannelOf({
  level,
  chosen,
}: {
  readonly level: NotificationLevel;
  readonly chosen: NotificationChannelsDto;
}): ReactNode {
  const channels = level === 'action' ? CHANNELS_OF_ACTIONS : NOTIFICATION_CHANNELS;
  const choose = (channel: NotificationChannel): void => {
    const words = typeset(`${LEVEL_WORDS[level]} : ${CHANNEL_WORDS[channel].toLocaleLowerCase('fr')}.`);
    const next = { ...chosen, [level]: channel };
    void told(chooseChannels(next), words, () => chooseChannels(chosen));
  };
  return (
    <NativeSelect
      label={LEVEL_WORDS[level]}
      description={typeset(MEANINGS[level])}
      value={chosen[level]}
      data={channels.map((channel) => ({ value: channel, label: typeset(CHANNEL_WORDS[channel]) }))}
      onChange={(event) => {
        choose(event.currentTarget.value as NotificationChannel);
      }}
    />
  );
}
