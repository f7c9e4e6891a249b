import { Anchor, Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { citizenName, mergeCitizens, useCitizen, useLikelySame, type CitizenDto } from '../../../api/citizens.js';
import { useIntention } from '../../../api/intention.js';
import { Notice } from '../../../components/state/notice.js';
import { useShortcuts } from '../../../shell/keyboard.js';
import { told } from '../../../shell/toasts.js';
import { areHomonyms, citizenFacts } from '../../../text/citizen-facts.js';
import { typeset } from '../../../text/format.js';

/** What the message may bring to a sheet that lacks it: a reply leaves by it. */
const CONTACTS = ['email', 'phone', 'address'] as const;

/**
 * A message from a mail address or a telephone that a sheet has already: that sheet is proposed, with the reasons, and linked
 * by whoever reads, never by itself. One key does it where there is one sheet; of several, one is chosen.
 */
export function KnownCitizen({ citizenId }: { readonly citizenId: string }): ReactNode {
  const { data: own } = useCitizen(citizenId);
  const { data: likely } = useLikelySame(citizenId);
  const known = (likely ?? []).filter(({ byContact }) => byContact);
  const [busy, setBusy] = useState(false);
  const keyFor = useIntention();
  // Whoever has other requests is known already: their two sheets are compared, not joined in passing.
  const isNew = own?.cases === 1;
  const [first] = known;
  const link = async (other: CitizenDto): Promise<void> => {
    if (own === undefined || busy) return;
    setBusy(true);
    const taken = CONTACTS.filter((field) => other[field] === undefined && own[field] !== undefined);
    const body = { mergedId: own.id, mergedVersion: own.version, taken };
    const done = mergeCitizens(other, body, keyFor({ ...body, into: other.id, version: other.version }));
    await told(done, `La demande est sur la fiche de ${citizenName(other)}. Cela s’annule depuis la fiche.`);
    setBusy(false);
  };
  const isAlone = isNew && first !== undefined && known.length === 1;
  useShortcuts(
    'Sur la demande',
    isAlone ? { l: { label: 'Rattacher à la fiche connue', act: () => void link(first.citizen) } } : {},
  );
  if (!isNew || known.length === 0) return null;
  return (
    <Notice tone="info" icon="search" role="status" title={typeset('Déjà connu ?')}>
      <ul className="pv-plain-list">
        {known.map(({ citizen, reasons }) => (
          <li key={citizen.id}>
            <Anchor component={Link} to={`/usagers/${citizen.id}`}>
              {typeset(`Fiche de ${citizenName(citizen)}`)}
            </Anchor>{' '}
            {known.some((one) => areHomonyms(one.citizen, citizen)) ? <span className="pv-tag">homonyme</span> : null}
            <span className="pv-row-sub">{typeset(`Pourquoi : ${reasons.join(', ')}`)}</span>
            <span className="pv-row-sub">{citizenFacts(citizen)}</span>
            <Button
              size="compact-sm"
              variant="default"
              loading={busy}
              rightSection={isAlone ? <kbd className="pv-wide-only">L</kbd> : undefined}
              aria-label={`Rattacher à la fiche de ${citizenName(citizen)}`}
              onClick={() => void link(citizen)}
            >
              Rattacher à cette fiche
            </Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
