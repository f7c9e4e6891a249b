import type { ReactNode } from 'react';
import type { ReceiptDto } from '../../api/schema/types.generated.js';
import { QrCode } from '../../components/qr-code.js';
import { phone as telephone, typeset } from '../../text/format.js';

/**
 * How the citizen follows the request: the town's public address, with the number in it. The secret code is printed beside it
 * and not in the picture, which anybody may photograph from a distance.
 */
export function ReceiptFollow({ receipt: { caseNumber, followUrl } }: { readonly receipt: ReceiptDto }): ReactNode {
  return (
    <div className="pv-receipt-follow">
      <QrCode
        address={`${followUrl}?numero=${encodeURIComponent(caseNumber)}`}
        label={typeset(`Code à scanner pour suivre la demande ${caseNumber}`)}
      />
      <p>
        {typeset('Pour suivre votre demande, scannez ce code avec un téléphone, ou ouvrez cette adresse :')}
        <br />
        <span className="pv-words">{followUrl}</span>
        <br />
        {typeset('Le code de suivi vous sera demandé : gardez-le pour vous.')}
      </p>
    </div>
  );
}

/** What the citizen may ask of the town about their data: Règlement (UE) 2016/679 (RGPD), art. 13, 15 to 21 and 77. */
export function ReceiptRights({ receipt: { kept, dataProtection } }: { readonly receipt: ReceiptDto }): ReactNode {
  const { title, email, phone } = dataProtection;
  return (
    <section className="pv-receipt-rights" aria-label="Vos droits sur vos données">
      <p>
        {typeset(
          `Vos données servent à traiter cette demande, et à rien d’autre. Elles sont ${kept ?? 'gardées, après la clôture, le temps fixé pour la démarche que la mairie retiendra'}. Vous pouvez :`,
        )}
      </p>
      <ul>
        <li>savoir lesquelles la mairie garde, et en recevoir une copie ;</li>
        <li>faire corriger ce qui est inexact ;</li>
        <li>faire effacer ce que la loi n’oblige pas à garder ;</li>
        <li>demander que leur usage soit limité, ou vous y opposer.</li>
      </ul>
      <p>
        {typeset(
          `Adressez-vous à : ${title}, ${email}, ${telephone(phone)}. Si la réponse ne vous convient pas, vous pouvez saisir la CNIL (cnil.fr).`,
        )}
      </p>
    </section>
  );
}
