import type { ReactNode } from 'react';
import type { PrivacyRequestDto } from '../../api/privacy.js';
import { plainDate, typeset } from '../../text/format.js';

/** One request of the register in words: what is asked, by when, what became of it. */
export function RequestLine({ request }: { readonly request: PrivacyRequestDto }): ReactNode {
  const { number, words, receivedOn, dueOn, extended, late, outcomeWords, answeredOn, answeredBy, answer, rectified } =
    request;
  const due = `${late ? 'En retard : ' : ''}réponse due le ${plainDate(dueOn)}${extended ? ', délai prolongé de deux mois' : ''}`;
  const done = `${outcomeWords ?? ''} le ${plainDate(answeredOn ?? dueOn)} par ${answeredBy?.name ?? ''}`;
  return (
    <>
      <strong>{typeset(`${words}, ${number}`)}</strong>
      <span className="pv-row-sub">
        {typeset(`Reçue le ${plainDate(receivedOn)} · ${answeredOn === undefined ? due : done}`)}
      </span>
      {rectified === undefined ? null : (
        <span className="pv-row-sub">{typeset(`Corrigé : ${rectified.join(', ')}`)}</span>
      )}
      {answer === undefined ? null : <p className="pv-words">{answer}</p>}
    </>
  );
}
