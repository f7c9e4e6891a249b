import { Fragment, type ReactNode } from 'react';
import { useSettingsChanges, type SettingsChangeDto } from '../../api/town-settings.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { moment, typeset } from '../../text/format.js';

/** Who changed what, from what to what; the latest first. */
export function SettingsJournal(): ReactNode {
  const { data, error, isPending, refetch } = useSettingsChanges();
  if (isPending) return <Loading what="des changements" rows={4} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <Empty title="Aucun réglage n’a encore été changé." />;
  return data.items.map((change) => <Change key={change.id} change={change} />);
}

function Change({ change: { label, at, by, fields } }: { readonly change: SettingsChangeDto }): ReactNode {
  return (
    <article className="pv-card pv-card-body">
      <h2>{typeset(label)}</h2>
      <p className="pv-row-sub">{typeset(`${by.name}, ${moment(at)}`)}</p>
      <dl className="pv-facts">
        {fields.map((field) => (
          <Fragment key={field.label}>
            <dt>{typeset(field.label)}</dt>
            <dd>
              <del>{field.before === '' ? '—' : field.before}</del> <ins>{field.after === '' ? '—' : field.after}</ins>
            </dd>
          </Fragment>
        ))}
      </dl>
    </article>
  );
}
