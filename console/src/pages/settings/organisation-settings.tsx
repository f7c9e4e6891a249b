import type { ReactNode } from 'react';
import {
  changeOrganisation,
  useOrganisationSettings,
  type OrganisationSettingsDto,
  type OrganisationTextsDto,
} from '../../api/town-settings.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { LogoField } from './logo-field.js';
import { linesOf, SettingsForm, type SettingsField, type SettingsValues } from './settings-form.js';

const FIELDS: readonly SettingsField[] = [
  { name: 'name', label: 'Nom' },
  { name: 'shortName', label: 'Nom court, dans les listes' },
  { name: 'legalName', label: 'Nom légal, en tête des lettres' },
  { name: 'authorityTitle', label: 'Autorité', description: '« le Maire », dans « Pour le Maire et par délégation »' },
  { name: 'addressLines', label: 'Adresse', kind: 'lines', description: 'Une ligne de l’enveloppe par ligne' },
  { name: 'postalCode', label: 'Code postal' },
  { name: 'city', label: 'Ville' },
  { name: 'phone', label: 'Téléphone' },
  {
    name: 'email',
    label: 'Adresse électronique',
    description: 'Celle où les usagers écrivent, dans les lettres et les courriels',
  },
  { name: 'website', label: 'Site' },
  { name: 'place', label: 'Lieu, devant la date des lettres' },
  { name: 'graciousAppealTo', label: 'À qui s’adresse le recours gracieux' },
  { name: 'footer', label: 'Pied de page des lettres' },
  {
    name: 'colour',
    label: 'Couleur des lettres',
    description: 'Comme « #0b4f8a », assez foncée pour être lue',
    optional: true,
  },
  { name: 'tribunalName', label: 'Tribunal des recours' },
  { name: 'tribunalCity', label: 'Ville du tribunal' },
  { name: 'tribunalWebsite', label: 'Site du tribunal' },
  { name: 'dpoTitle', label: 'Protection des données : à qui s’adresser' },
  { name: 'dpoEmail', label: 'Protection des données : adresse électronique' },
  { name: 'dpoPhone', label: 'Protection des données : téléphone' },
];

/** The three legal persons: what each says of itself on its letters and in its mails. */
export function OrganisationSettings(): ReactNode {
  const { data, error, isPending, refetch } = useOrganisationSettings();
  if (isPending) return <Loading what="des organismes" rows={8} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return data.map((one) => (
    <section key={one.id} className="pv-card pv-card-body" aria-labelledby={`organisation-${one.id}`}>
      <h2 id={`organisation-${one.id}`}>{one.name}</h2>
      <LogoField organisation={one} />
      <SettingsForm
        key={one.version}
        name={`organisation-${one.id}`}
        title={one.name}
        fields={FIELDS}
        stored={{ version: one.version, values: valuesOf(one) }}
        readCurrent={(current) => {
          const theirs = current as OrganisationSettingsDto;
          return { version: theirs.version, values: valuesOf(theirs) };
        }}
        save={(version, values) => changeOrganisation(one.id, version, textsOf(values))}
      />
    </section>
  ));
}

function valuesOf(one: OrganisationSettingsDto): SettingsValues {
  const { id: _id, version: _version, logo: _logo, addressLines, colour = '', ...texts } = one;
  return { ...texts, colour, addressLines: addressLines.join('\n') };
}

function textsOf({ addressLines = '', colour = '', ...texts }: SettingsValues): OrganisationTextsDto {
  return {
    ...texts,
    addressLines: linesOf(addressLines),
    ...(colour.trim() === '' ? {} : { colour: colour.trim() }),
  } as OrganisationTextsDto;
}
