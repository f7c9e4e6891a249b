import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '../components/state/empty.js';
import { PageHead } from '../shell/page-head.js';
import { useTitle } from '../shell/title.js';

/** An address that no screen owns. */
export function NothingHere(): ReactNode {
  useTitle('Page introuvable');
  return (
    <>
      <PageHead title="Page introuvable" />
      <Empty title="Cette adresse ne mène à aucun écran.">
        <Anchor component={Link} to="/">
          Revenir à mon travail
        </Anchor>
      </Empty>
    </>
  );
}
