import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { useShortcuts } from '../../shell/keyboard.js';
import { useChangeParams, useOverParam } from '../../shell/peek.js';
import { Timeline } from '../../components/timeline.js';
import { number } from '../../text/format.js';
import { CaseDocuments } from './case-documents.js';
import { CaseExchanges } from './case-exchanges.js';
import { CaseRequest } from './case-request.js';
import { CaseSteps } from './case-steps.js';
import { LinksPanel } from './links-panel.js';
import { WRITE_NOTE } from './write-note.js';

const PARAM = 'onglet';

/** The parts of a case; the one that is open is in the address. */
export function CaseTabs({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const [open = 'demande', setOpen] = useOverParam(PARAM);
  const changeParams = useChangeParams();
  const { documents, letters, links, messages, notes, timeline } = caseFile;
  const show = (tab: string | null): void => {
    setOpen(tab ?? 'demande');
  };
  useShortcuts('Sur la demande', {
    n: {
      label: 'Écrire une note interne',
      act: () => {
        changeParams({ [PARAM]: 'echanges' }, { replace: true, state: WRITE_NOTE });
      },
    },
  });
  const counted = (label: string, count: number): ReactNode => (
    <>
      {label} {count > 0 ? <span className="pv-tag">{number(count)}</span> : null}
    </>
  );
  return (
    <Tabs value={open} onChange={show} keepMounted={false} className="pv-case-tabs">
      <Tabs.List>
        <Tabs.Tab value="demande">Demande</Tabs.Tab>
        <Tabs.Tab value="echanges">{counted('Échanges', messages.length + notes.length)}</Tabs.Tab>
        <Tabs.Tab value="documents">{counted('Documents', documents.length + letters.length)}</Tabs.Tab>
        <Tabs.Tab value="liens">{counted('Liens', links.length)}</Tabs.Tab>
        <Tabs.Tab value="etapes">Étapes</Tabs.Tab>
        <Tabs.Tab value="historique">Historique</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="demande" pt="md">
        <CaseRequest caseFile={caseFile} />
      </Tabs.Panel>
      <Tabs.Panel value="echanges" pt="md">
        <CaseExchanges caseFile={caseFile} />
      </Tabs.Panel>
      <Tabs.Panel value="documents" pt="md">
        <CaseDocuments caseFile={caseFile} />
      </Tabs.Panel>
      <Tabs.Panel value="liens" pt="md">
        <LinksPanel caseFile={caseFile} />
      </Tabs.Panel>
      <Tabs.Panel value="etapes" pt="md">
        <CaseSteps caseFile={caseFile} />
      </Tabs.Panel>
      <Tabs.Panel value="historique" pt="md">
        <Timeline entries={timeline} />
      </Tabs.Panel>
    </Tabs>
  );
}
