import { Anchor, Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { followCase, type FollowDto, type FollowedCaseDto } from '../../api/follow.js';
import { asProblem } from '../../api/problem.js';
import { FollowedCase } from '../../components/followed-case.js';
import { Icon } from '../../components/icon.js';
import { Notice } from '../../components/state/notice.js';
import { useTitle } from '../../shell/title.js';
import { longDate, today, typeset } from '../../text/format.js';
import { WriteForm } from './write-form.js';
import './follow-page.css';

interface Read {
  readonly asked: FollowDto;
  readonly followed: FollowedCaseDto;
}

/**
 * A request followed without an account, by its number and secret code: where the receipt and every mail lead. Nothing is
 * kept by the browser, which may be that of a library: the page read again asks for the code again.
 */
export function FollowPage(): ReactNode {
  useTitle('Suivre une demande');
  const [read, setRead] = useState<Read>();
  return (
    <main className="pv-main pv-follow">
      <h1>Suivre une demande</h1>
      {read === undefined ? (
        <AskCode onRead={setRead} />
      ) : (
        <Shown
          read={read}
          onRead={setRead}
          onLeave={() => {
            setRead(undefined);
          }}
        />
      )}
      <p className="pv-print-foot" hidden>
        {typeset(`Suivre une demande · imprimé le ${longDate(today())}`)}
      </p>
      <p className="pv-follow-foot pv-no-print">
        <Anchor href="/accessibilite">Déclaration d’accessibilité</Anchor>
      </p>
    </main>
  );
}

function AskCode({ onRead }: { readonly onRead: (read: Read) => void }): ReactNode {
  const [query] = useSearchParams();
  const [number, setNumber] = useState(query.get('numero') ?? '');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const codeField = useRef<HTMLInputElement>(null);
  const ask = async (): Promise<void> => {
    const asked = { number: number.trim(), code: code.trim() };
    if (asked.number === '' || asked.code === '') {
      setRefused('Indiquez le numéro et le code de suivi.');
      return;
    }
    setBusy(true);
    setRefused('');
    try {
      onRead({ asked, followed: await followCase(asked) });
    } catch (error) {
      setRefused(refusalOf(error));
      setBusy(false);
      codeField.current?.focus();
    }
  };
  return (
    <form
      className="pv-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <p>Le numéro et le code sont sur le récépissé, et dans le premier message que vous avez reçu.</p>
      {refused === '' ? null : <Notice tone="late" icon="alert" role="alert" title={typeset(refused)} />}
      <TextInput
        label="Numéro de la demande"
        description="Par exemple D-2026-00421"
        required
        autoComplete="off"
        maxLength={40}
        value={number}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
        }}
      />
      <TextInput
        ref={codeField}
        label="Code de suivi"
        description="Par exemple ABCD-EFGH-JKMN ; les majuscules et les tirets ne comptent pas"
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <div className="pv-form-actions">
        <Button type="submit" loading={busy}>
          Voir ma demande
        </Button>
      </div>
    </form>
  );
}

interface ShownProps {
  readonly read: Read;
  readonly onRead: (read: Read) => void;
  readonly onLeave: () => void;
}

function Shown({ read: { asked, followed }, onRead, onLeave }: ShownProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <>
      <section className="pv-card pv-card-body">
        <h2 ref={heading} tabIndex={-1}>
          Votre demande
        </h2>
        <FollowedCase followed={followed} />
        <div className="pv-form-actions pv-no-print">
          <Button
            variant="default"
            leftSection={<Icon name="print" size={16} />}
            onClick={() => {
              window.print();
            }}
          >
            Imprimer
          </Button>
          <Button variant="subtle" onClick={onLeave}>
            Fermer cette demande
          </Button>
        </div>
      </section>
      <WriteForm
        asked={asked}
        followed={followed}
        onSent={async () => {
          onRead({ asked, followed: await followCase(asked) });
        }}
      />
    </>
  );
}

/** Why it is not shown; a wrong code and an unknown number are answered alike by the server itself. */
function refusalOf(error: unknown): string {
  const { status, message } = asProblem(error);
  return status === 0 ? 'Le serveur ne répond pas. Vérifiez votre connexion, puis recommencez.' : message;
}
