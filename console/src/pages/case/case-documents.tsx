import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseDetailDto } from '../../api/cases.js';
import { addressOf } from '../../api/client.js';
import type { CaseDocumentDto } from '../../api/phone-uploads.js';
import { Icon } from '../../components/icon.js';
import { isOfficeType } from '../../components/office-content.js';
import { OfficeView } from '../../components/office-view.js';
import { PdfView } from '../../components/pdf-view.js';
import { PictureView } from '../../components/picture-view.js';
import { ScanBadge } from '../../components/scan-badge.js';
import { TextView } from '../../components/text-view.js';
import { Empty } from '../../components/state/empty.js';
import { Notice } from '../../components/state/notice.js';
import { coordinates, count, fileSize, moment, typeset } from '../../text/format.js';
import { AddDocuments } from './add-documents.js';
import { mayBeOpened, PICTURES, thumbnailOf } from './document-thumbnail.js';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly src: string;
  readonly kind: 'pdf' | 'image' | 'text' | 'office' | 'other';
  readonly type: string;
  readonly facts: string;
  readonly thumbnail?: string;
  /** Of what was sent; our own letters need none. */
  readonly scan?: CaseDocumentDto['scan'];
}

/** Letters and files, each shown beside its list. */
export function CaseDocuments({ caseFile }: { readonly caseFile: CaseDetailDto }): ReactNode {
  const all = shownOf(caseFile);
  const [openId, setOpenId] = useState<string>();
  const open = all.find(({ id }) => id === openId);
  return (
    <>
      <AddDocuments caseFile={caseFile} />
      <BlockedNotice documents={caseFile.documents} />
      {all.length === 0 ? <Empty title="Aucun document." /> : null}
      <ul className="pv-plain-list">
        {all.map((one) => (
          <li key={one.id} className="pv-document">
            {one.thumbnail === undefined ? (
              <Icon name={one.kind === 'pdf' ? 'letter' : 'file'} />
            ) : (
              <Thumbnail src={one.thumbnail} />
            )}
            <span>
              {one.scan === 'blocked' || one.scan === 'pending' ? (
                <span className="pv-document-name">{one.name}</span>
              ) : one.kind === 'other' ? (
                <a href={one.src} download>
                  {one.name}
                </a>
              ) : (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-expanded={one.id === openId}
                  onClick={() => {
                    setOpenId(one.id === openId ? undefined : one.id);
                  }}
                >
                  {one.name}
                </Button>
              )}
              <span className="pv-row-sub">
                {one.scan === undefined ? null : <ScanBadge state={one.scan} />}
                {one.facts}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {open === undefined ? null : <Viewer shown={open} />}
    </>
  );
}

/** Nobody opens it: said above the list, with what can be done. */
function BlockedNotice({ documents }: { readonly documents: readonly CaseDocumentDto[] }): ReactNode {
  const blocked = documents.filter(({ scan }) => scan === 'blocked');
  if (blocked.length === 0) return null;
  return (
    <Notice
      tone="late"
      icon="alert"
      role="status"
      title={typeset(`L’antivirus a bloqué ${count(blocked.length, 'fichier')}.`)}
    >
      <ul>
        {blocked.map(({ id, name, virus }) => (
          <li key={id}>{typeset(virus === undefined ? name : `${name} : ${virus}`)}</li>
        ))}
      </ul>
      <p>
        Personne ne peut l’ouvrir, et il ne part avec aucun courriel.{' '}
        {blocked.some(({ fromCitizen }) => fromCitizen)
          ? 'L’usager le lit dans son suivi : demandez-lui de l’envoyer dans un autre format, ou de l’apporter à l’accueil.'
          : 'Prévenez le service informatique du poste d’où il vient.'}
      </p>
    </Notice>
  );
}

/** The photograph in small, beside its name; a plain sign where the server cannot read it. */
function Thumbnail({ src }: { readonly src: string }): ReactNode {
  const [failed, setFailed] = useState(false);
  if (failed) return <Icon name="file" />;
  return (
    <img
      className="pv-document-thumbnail"
      src={src}
      alt=""
      loading="lazy"
      onError={() => {
        setFailed(true);
      }}
    />
  );
}

function Viewer({ shown }: { readonly shown: Shown }): ReactNode {
  if (shown.kind === 'text') return <TextView key={shown.id} src={shown.src} name={shown.name} />;
  if (shown.kind === 'office') return <OfficeView key={shown.id} src={shown.src} name={shown.name} type={shown.type} />;
  if (shown.kind === 'pdf') return <PdfView src={shown.src} title={shown.name} />;
  return <PictureView key={shown.id} src={shown.src} name={shown.name} />;
}

function shownOf({ caseId, letters, documents }: CaseDetailDto): readonly Shown[] {
  const written = letters.map(({ id, signed, current, createdBy, at }): Shown => ({
    id,
    name: signed ? 'Lettre signée' : current ? 'Lettre' : 'Lettre remplacée',
    src: addressOf(`/letters/${caseId}/${id}`),
    kind: 'pdf',
    type: 'application/pdf',
    facts: typeset(`${createdBy.name}, ${moment(at)}${current ? '' : ', remplacée depuis'}`),
  }));
  return [...written, ...documents.map(fileOf)];
}

function fileOf({ id, name, type, size, addedBy, fromCitizen, at, point, scan }: CaseDocumentDto): Shown {
  const kind = kindOf(type);
  const opens = mayBeOpened(scan);
  const thumbnail = thumbnailOf({ id, type, scan });
  const facts = [
    fileSize(size),
    fromCitizen ? 'de l’usager' : addedBy.name,
    moment(at),
    ...(point === undefined ? [] : [`prise à ${coordinates(point)}`]),
    ...(opens && kind === 'other' ? ['pas d’aperçu, téléchargez l’original'] : []),
  ];
  return {
    id,
    name,
    src: addressOf(`/documents/${id}`, { as: 'inline' }),
    kind,
    type,
    facts: typeset(facts.join(', ')),
    scan,
    ...(thumbnail === undefined ? {} : { thumbnail }),
  };
}

function kindOf(type: string): Shown['kind'] {
  if (type === 'application/pdf') return 'pdf';
  if (type === 'text/plain') return 'text';
  if (isOfficeType(type)) return 'office';
  return PICTURES.includes(type) ? 'image' : 'other';
}
