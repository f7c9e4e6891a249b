import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  setAccessibility,
  useAccessibility,
  type AccessibilityDto,
  type AccessibilityGivenDto,
} from '../../api/town-settings.js';
import { Failure } from '../../components/state/failure.js';
import { Loading } from '../../components/state/loading.js';
import { linesOf, SettingsForm, type SettingsField, type SettingsValues } from './settings-form.js';

const FIELDS: readonly SettingsField[] = [
  { name: 'text', label: 'Déclaration', kind: 'lines', description: 'Un paragraphe par ligne' },
  { name: 'auditedOn', label: 'Date de l’audit', kind: 'date', optional: true },
  { name: 'rate', label: 'Taux de conformité au RGAA, en %', kind: 'number', optional: true },
  {
    name: 'nonConformities',
    label: 'Ce qui n’est pas accessible',
    kind: 'lines',
    description: 'Une non-conformité par ligne',
    optional: true,
  },
];

/** The accessibility statement as the administrator writes it; anyone reads it at its own address. */
export function AccessibilitySettings(): ReactNode {
  const { data, error, isPending, refetch } = useAccessibility();
  if (isPending) return <Loading what="de la déclaration" rows={4} />;
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <section className="pv-card pv-card-body">
      <p>
        <Anchor component={Link} to="/accessibilite">
          Lire la déclaration publiée
        </Anchor>
      </p>
      <SettingsForm
        key={data.version}
        name="accessibility"
        title="Déclaration d’accessibilité"
        fields={FIELDS}
        stored={versioned(data)}
        readCurrent={(current) => versioned(current as AccessibilityDto)}
        save={(version, values) => setAccessibility(version, givenOf(values))}
      />
    </section>
  );
}

function versioned(data: AccessibilityDto): { readonly version: number; readonly values: SettingsValues } {
  const { version, text, auditedOn = '', rate, nonConformities } = data;
  const words = rate === undefined ? '' : String(rate).replace('.', ',');
  return { version, values: { text, auditedOn, rate: words, nonConformities: nonConformities.join('\n') } };
}

function givenOf({
  text = '',
  auditedOn = '',
  rate = '',
  nonConformities = '',
}: SettingsValues): AccessibilityGivenDto {
  return {
    text,
    ...(auditedOn === '' ? {} : { auditedOn }),
    ...(rate.trim() === '' ? {} : { rate: numberOf(rate) }),
    nonConformities: linesOf(nonConformities),
  };
}

/** What is no number is sent as it was typed, and told by the server at its field: « pas un nombre » in JSON would be nothing. */
function numberOf(text: string): number {
  const read = Number(text.trim().replace(',', '.'));
  return Number.isNaN(read) ? (text as unknown as number) : read;
}
