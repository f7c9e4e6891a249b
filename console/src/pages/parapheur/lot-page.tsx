import { Anchor, Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useParapheur, type ParapheurItemDto } from '../../api/parapheur.js';
import { Empty } from '../../components/state/empty.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { Notice } from '../../components/state/notice.js';
import { Batch } from '../../components/state/standing.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/title.js';
import { agree, count, typeset } from '../../text/format.js';
import { inReadingOrder, signable } from './parapheur-filters.js';
import { useLot, type Lot } from './use-lot.js';
import './parapheur.css';

/** Only what was opened can be signed: a summary, one authentication, one confirmation, a result for each. */
export function LotPage(): ReactNode {
  const { data, error, isPending, refetch } = useParapheur();
  useTitle('Signature par lot');
  const items = data?.items;
  return (
    <>
      <p className="pv-back pv-no-print">
        <Anchor component={Link} to="/parapheur">
          Parapheur
        </Anchor>
      </p>
      <PageHead title="Signature par lot" lead="Les lettres que vous avez ouvertes, et elles seules." />
      {isPending ? <Loading what="des lettres" /> : null}
      {error === null || items !== undefined ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {items === undefined ? null : <LotOf items={items} />}
    </>
  );
}

function LotOf({ items }: { readonly items: readonly ParapheurItemDto[] }): ReactNode {
  // What was read is what is signed: the list is taken once, and does not move under the signer.
  const [letters] = useState(() => inReadingOrder(signable(items)));
  const [unread] = useState(() => items.filter(({ kind, opened }) => kind === 'sign' && !opened));
  const lot = useLot(letters);
  if (letters.length === 0)
    return (
      <Empty title="Aucune lettre ouverte à signer.">
        <p>{typeset('Ouvrez une lettre dans le parapheur : elle rejoint alors le lot.')}</p>
      </Empty>
    );
  return (
    <>
      <Outcome lot={lot} />
      <LotTable letters={letters} lot={lot} />
      {unread.length === 0 ? null : (
        <Notice
          title={typeset(
            `${count(unread.length, 'lettre reste', 'lettres restent')} hors du lot : ${agree(unread.length, 'non ouverte, ou changée', 'non ouvertes, ou changées')} depuis.`,
          )}
        >
          <ul>
            {unread.map(({ id, title, caseNumber }) => (
              <li key={id}>
                <Link to={`/parapheur/${encodeURIComponent(id)}`}>{typeset(`${title} · ${caseNumber}`)}</Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <LotBar lot={lot} />
    </>
  );
}

function LotTable({ letters, lot }: { readonly letters: readonly ParapheurItemDto[]; readonly lot: Lot }): ReactNode {
  return (
    <div className="pv-card pv-card-body">
      <table className="pv-lot">
        <caption>{count(lot.chosen.length, 'lettre à signer', 'lettres à signer')}</caption>
        <thead>
          <tr>
            <th scope="col">Lettre</th>
            <th scope="col">Usager</th>
            <th scope="col">Service</th>
            <th scope="col">Résultat</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((item) => {
            const result = lot.resultOf(item.id);
            return (
              <tr key={item.id}>
                <th scope="row">
                  <Checkbox
                    label={typeset(`${item.title} · ${item.caseNumber}`)}
                    checked={lot.isChosen(item.id)}
                    disabled={lot.busy || result?.ok === true}
                    onChange={() => {
                      lot.toggle(item.id);
                    }}
                  />
                </th>
                <td>{item.initials ?? 'Anonyme'}</td>
                <td>
                  {item.departmentName}
                  {item.behalf === undefined ? null : (
                    <span className="pv-row-sub">{typeset(`pour ${item.behalf.name}`)}</span>
                  )}
                </td>
                <td>{result === undefined ? '—' : result.ok ? '✓ Signée' : typeset(`✕ ${result.detail ?? ''}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ lot }: { readonly lot: Lot }): ReactNode {
  const { signed, failed, busy } = lot;
  if (lot.problem !== undefined) return <Failure error={lot.problem} />;
  if (busy || signed + failed === 0) return null;
  return (
    <Notice
      tone={failed === 0 ? 'kept' : 'soon'}
      icon={failed === 0 ? 'check' : 'alert'}
      role="alert"
      title={typeset(
        failed === 0
          ? `${count(signed, 'lettre signée', 'lettres signées')}. Les réponses partent.`
          : `${count(signed, 'lettre signée', 'lettres signées')}, ${count(failed, 'refusée')}.`,
      )}
    >
      {failed === 0 ? null : <p>Chaque refus est expliqué dans la liste. Les autres lettres sont bien signées.</p>}
    </Notice>
  );
}

/** First the authentication, once for the lot; then the confirmation, which names what it does. */
function LotBar({ lot }: { readonly lot: Lot }): ReactNode {
  const [params] = useSearchParams();
  const fresh = params.get('authentifie') === 'oui' && !lot.mustAuthenticate;
  const { chosen, busy, failed } = lot;
  const go = fresh ? () => void lot.sign() : lot.authenticate;
  useShortcuts(
    'Dans le lot',
    chosen.length === 0 ? {} : { s: { label: fresh ? 'Signer le lot' : 'M’authentifier pour signer', act: go } },
  );
  if (chosen.length === 0) return null;
  const letters = count(chosen.length, 'lettre', 'lettres');
  return (
    <div className="pv-reading-bar pv-no-print">
      {busy ? <Batch done={lot.signed + failed} total={lot.asked} failed={failed} /> : null}
      {fresh ? (
        <Button loading={busy} onClick={() => void lot.sign()} rightSection={<kbd className="pv-wide-only">S</kbd>}>
          {failed > 0 ? `Réessayer ${letters}` : `Signer ${letters}`}
        </Button>
      ) : (
        <Button onClick={lot.authenticate} rightSection={<kbd className="pv-wide-only">S</kbd>}>
          {`M’authentifier pour signer ${letters}`}
        </Button>
      )}
      <span className="pv-row-sub">
        {typeset(
          fresh
            ? 'La signature ne se reprend pas : chaque réponse part aussitôt par le moyen choisi.'
            : 'Une seule authentification pour tout le lot.',
        )}
      </span>
    </div>
  );
}
