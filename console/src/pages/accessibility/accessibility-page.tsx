import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAccessibility, type AccessibilityDto } from '../../api/town-settings.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { useTitle } from '../../shell/title.js';
import { longDate, typeset } from '../../text/format.js';
import './accessibility-page.css';

/** The accessibility statement, for anyone, signed in or not: decree n° 2019-768 asks that it be reached without an account. */
export function AccessibilityPage(): ReactNode {
  useTitle('Accessibilité');
  const { data, error, isPending, refetch } = useAccessibility();
  return (
    <main className="pv-main pv-statement">
      <h1>Déclaration d’accessibilité</h1>
      {isPending ? <Loading what="de la déclaration" /> : null}
      {data === undefined && !isPending ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? null : <Statement statement={data} />}
      <p>
        <Anchor href="/">Ouvrir Parvis</Anchor>
      </p>
    </main>
  );
}

function Statement({ statement }: { readonly statement: AccessibilityDto }): ReactNode {
  const { text, state, auditedOn, rate, nonConformities, contact } = statement;
  return (
    <>
      <p>
        <strong>{typeset(`Accessibilité : ${state}.`)}</strong>
      </p>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index}>{typeset(line)}</p>
        ))}
      <h2>Résultat de l’audit</h2>
      <p>
        {auditedOn === undefined
          ? 'Aucun audit n’a encore été réalisé.'
          : typeset(
              `Audit du ${longDate(auditedOn)}${rate === undefined ? '' : ` : ${String(rate).replace('.', ',')} % des critères du RGAA sont respectés`}.`,
            )}
      </p>
      <h2>Ce qui n’est pas accessible</h2>
      {nonConformities.length === 0 ? (
        <p>Aucune non-conformité n’est déclarée à ce jour.</p>
      ) : (
        <ul>
          {nonConformities.map((one) => (
            <li key={one}>{typeset(one)}</li>
          ))}
        </ul>
      )}
      <h2>Signaler une difficulté</h2>
      <p>
        {typeset(
          `Écrivez à ${contact} : la mairie répond et propose un autre moyen d’accéder au contenu. Sans réponse satisfaisante, vous pouvez saisir la Défenseure ou le Défenseur des droits.`,
        )}
      </p>
    </>
  );
}
