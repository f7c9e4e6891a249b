import { Button, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { shareDraft, type DraftDto } from '../../api/drafts.js';
import { usePerson } from '../../api/places.js';
import { useSession } from '../../api/session.js';
import { PersonSelect } from '../../components/person-select.js';
import { actOnDraft } from './act-on-draft.js';

/** Hands a draft to a colleague or to the whole team, who may go on writing it; only its author does. */
export function ShareDraft({ draft }: { readonly draft: DraftDto }): ReactNode {
  const { person, roles } = useSession();
  const [choosing, setChoosing] = useState(false);
  const team = roles.find((held) => held.team !== undefined)?.team;
  const share = (withWhom: readonly string[], done: string): void => {
    setChoosing(false);
    void actOnDraft(() => shareDraft(draft.id, draft.version, withWhom), done);
  };
  if (draft.sharedWith.length > 0)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          share([], 'Le brouillon n’est plus partagé.');
        }}
      >
        Ne plus partager
        <span className="pv-hidden"> {draft.title}</span>
      </Button>
    );
  if (choosing)
    return (
      <PersonSelect
        id={`share-${draft.id}`}
        label="Confier à"
        except={person.id}
        value={undefined}
        onChange={(chosen) => {
          if (chosen === undefined) setChoosing(false);
          else share([chosen], 'Le brouillon est confié à votre collègue.');
        }}
      />
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle">
          Confier…
          <span className="pv-hidden"> {draft.title}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {team === undefined ? null : (
          <Menu.Item
            onClick={() => {
              share([team], 'Le brouillon est confié à votre équipe.');
            }}
          >
            À toute mon équipe
          </Menu.Item>
        )}
        <Menu.Item
          onClick={() => {
            setChoosing(true);
          }}
        >
          À un collègue…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** « confié à Léa Martin » for whoever gave it; a team has no name here. */
export function SharedWith({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const [id] = ids;
  const { roles } = useSession();
  const isTeam = roles.some((held) => held.team === id);
  const { data: colleague } = usePerson(isTeam ? undefined : id);
  if (id === undefined) return null;
  if (isTeam) return ' · confié à votre équipe';
  return ` · confié à ${colleague?.name ?? 'un collègue'}`;
}
