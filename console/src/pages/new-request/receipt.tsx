import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { REPLY_CHANNEL_WORDS } from '../../../../domain/text/case-words.js';
import type { ReceiptDto } from '../../api/schema/types.generated.js';
import { Icon } from '../../components/icon.js';
import { dayAndMonth, moment, typeset } from '../../text/format.js';
import { ReceiptFollow, ReceiptRights } from './receipt-follow.js';
import { replyChannelOf, type RequestForm } from './request-form.js';

interface ReceiptProps {
  readonly receipt: ReceiptDto;
  readonly form: RequestForm;
  readonly onClose: () => void;
  readonly onAnother: () => void;
}

/** The number to write down, the date to say, what to print for the counter. */
export function Receipt({ receipt, form, onClose, onAnother }: ReceiptProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    title.current?.focus();
  }, []);
  const print = (): void => {
    document.body.dataset['printing'] = 'receipt';
    window.print();
    delete document.body.dataset['printing'];
  };
  const mailed = form.citizen.email !== '' && form.citizen.kind !== 'anonymous';
  return (
    <div className="pv-call-form">
      <div className="pv-receipt pv-receipt-print">
        <h2 ref={title} tabIndex={-1}>
          Demande enregistrée
        </h2>
        <p>Numéro à noter</p>
        <p className="pv-number" data-testid="case-number">
          {receipt.caseNumber}
        </p>
        <p>
          Code de suivi : <strong>{receipt.trackingCode}</strong>
        </p>
        {receipt.promisedOn === undefined ? null : (
          <p className="pv-promise">
            {typeset(`Vous aurez une réponse au plus tard le ${dayAndMonth(receipt.promisedOn)}.`)}
          </p>
        )}
        <Recorded receipt={receipt} form={form} />
        {mailed ? <p>{typeset(`Un accusé de réception part à ${form.citizen.email}.`)}</p> : null}
        <ReceiptFollow receipt={receipt} />
        <ReceiptRights receipt={receipt} />
      </div>
      <div className="pv-form-actions pv-no-print">
        <Button onClick={onAnother} rightSection={<kbd className="pv-wide-only">C</kbd>}>
          Nouvelle demande
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onClose();
            void navigate(`/dossiers/${receipt.caseId}`);
          }}
        >
          Ouvrir la demande
        </Button>
        <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={print}>
          Imprimer le récépissé
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Fermer
        </Button>
      </div>
    </div>
  );
}

function Recorded({ receipt, form }: Pick<ReceiptProps, 'receipt' | 'form'>): ReactNode {
  const { citizen, place, words } = form;
  const name = [citizen.firstName, citizen.lastName].filter((part) => part !== '').join(' ');
  return (
    <dl className="pv-facts">
      <dt>Objet</dt>
      <dd>{receipt.title}</dd>
      <dt>Reçue</dt>
      <dd>{moment(receipt.receivedAt)}</dd>
      {name === '' ? null : (
        <>
          <dt>Pour</dt>
          <dd>{name}</dd>
        </>
      )}
      {place.text === '' ? null : (
        <>
          <dt>Lieu</dt>
          <dd>{place.text}</dd>
        </>
      )}
      <dt>Vos mots</dt>
      <dd className="pv-words">{words}</dd>
      <dt>Réponse</dt>
      <dd>{REPLY_CHANNEL_WORDS[replyChannelOf(form)]}</dd>
    </dl>
  );
}
