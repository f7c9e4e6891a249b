import { Injectable } from '@nestjs/common';
import { countOf, typeset } from '../../domain/text/french-typography.js';
import type { Actor } from '../auth/allow.js';
import { ProcessesService } from '../catalog/processes.service.js';
import { TownFactsService } from '../catalog/town-facts.service.js';
import { Database, type Sql } from '../database/database.js';
import { readQuartiers } from '../database/repositories/quartiers.repository.js';
import {
  findSetting,
  putOutline,
  writeSetting,
  type ChangedField,
} from '../database/repositories/settings.repository.js';
import { THEMES_SETTING, type NamedTheme } from '../database/repositories/tariffs.repository.js';
import { areaOf } from '../../domain/place/quartier.js';
import { Refusal } from '../http/refusal.js';
import { OrganisationsService } from '../people/organisations.service.js';
import { PlacesService } from '../places/places.service.js';
import {
  drawingOf,
  matchOutlines,
  quartierLike,
  readOutlines,
  type MatchedOutline,
  type Outline,
} from './read-outlines.js';
import type {
  AccessibilityDto,
  AccessibilityGivenDto,
  OutlinesAppliedDto,
  OutlinesPreviewDto,
  ThemesDto,
  ThemesGivenDto,
} from './settings.dto.js';
import { SettingsJournalService } from './settings-journal.service.js';

const COMMUNE = 'ville';
const OUTLINES = 'quartierOutlines';
const ACCESSIBILITY = 'accessibility';

/** What the whole town decides: names and order of its themes, outlines of its neighbourhoods, its accessibility statement. */
@Injectable()
export class TownSettingsService {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessesService,
    private readonly facts: TownFactsService,
    private readonly places: PlacesService,
    private readonly organisations: OrganisationsService,
    private readonly journal: SettingsJournalService,
  ) {}

  async themes(): Promise<ThemesDto> {
    const [{ version }, named] = await Promise.all([
      findSetting(this.database, THEMES_SETTING),
      this.processes.themes(),
    ]);
    return { version, themes: named.map(({ id, name }) => ({ id, title: name })) };
  }

  async setThemes(actor: Actor, version: number, { themes }: ThemesGivenDto): Promise<ThemesDto> {
    const before = await this.themes();
    const known = new Set(before.themes.map(({ id }) => id));
    const given = new Set(themes.map(({ id }) => id));
    if (given.size !== themes.length || given.size !== known.size || [...given].some((id) => !known.has(id)))
      throw invalid('/themes', 'Chaque thème du catalogue est attendu une fois.');
    await this.put(actor, { key: THEMES_SETTING, version, value: themes }, () => this.themes(), {
      label: 'Thèmes',
      fields: themeFields(before.themes, themes),
    });
    this.facts.forget();
    return this.themes();
  }

  /** What a file would change; nothing is applied. */
  async previewOutlines(content: string): Promise<OutlinesPreviewDto> {
    const { matched, outlines, kept, version } = await this.outlinesOf(content);
    const { width, height, pathOf } = drawingOf(outlines);
    return {
      ...{ version, width, height, kept },
      outlines: matched.map(({ outline, quartier, area, remark }) => ({
        name: outline.name,
        area: rounded(area),
        ...(quartier === undefined ? {} : { quartier: quartier.name, areaBefore: rounded(areaOf(quartier)) }),
        ...(remark === undefined ? {} : { remark }),
        path: pathOf(outline),
      })),
    };
  }

  async applyOutlines(actor: Actor, version: number, content: string): Promise<OutlinesAppliedDto> {
    const { matched } = await this.outlinesOf(content);
    const named = matched.filter(({ quartier }) => quartier !== undefined);
    if (named.length === 0) throw invalid('/content', 'Ce fichier ne porte le nom d’aucun quartier de la ville.');
    const current = async (): Promise<unknown> => findSetting(this.database, OUTLINES);
    await this.put(
      actor,
      { key: OUTLINES, version, value: { applied: named.length } },
      current,
      { label: 'Tracé des quartiers', fields: named.map(outlineField) },
      async (sql) => {
        for (const { quartier, outline } of named) await putOutline(sql, quartier?.id ?? '', quartierLike(outline));
      },
    );
    this.places.forget();
    return { version: version + 1, applied: named.length };
  }

  async accessibility(): Promise<AccessibilityDto> {
    const [{ value, version }, organisations] = await Promise.all([
      findSetting<AccessibilityGivenDto>(this.database, ACCESSIBILITY),
      this.organisations.list(),
    ]);
    // The commune publishes it, for what its agglomération and its social centre do there too.
    const commune = organisations.find(({ id }) => id === COMMUNE) ?? organisations[0];
    return { ...(value ?? NOT_WRITTEN), version, state: conformity(value?.rate), contact: commune?.email ?? '' };
  }

  async setAccessibility(actor: Actor, version: number, given: AccessibilityGivenDto): Promise<AccessibilityDto> {
    const before = await this.accessibility();
    await this.put(actor, { key: ACCESSIBILITY, version, value: given }, () => this.accessibility(), {
      label: 'Déclaration d’accessibilité',
      fields: ACCESSIBILITY_FIELDS.map(([label, wordsOf]) => ({
        label,
        before: wordsOf(before),
        after: wordsOf(given),
      })),
    });
    return this.accessibility();
  }

  private async outlinesOf(content: string): Promise<{
    readonly outlines: readonly Outline[];
    readonly matched: readonly MatchedOutline[];
    readonly kept: readonly string[];
    readonly version: number;
  }> {
    const outlines = readOutlines(content);
    if ('refused' in outlines) throw invalid('/content', typeset(outlines.refused));
    const [quartiers, { version }] = await Promise.all([
      readQuartiers(this.database),
      findSetting(this.database, OUTLINES),
    ]);
    const matched = matchOutlines(outlines, quartiers);
    const named = new Set(matched.map(({ quartier }) => quartier?.id));
    const kept = quartiers.filter(({ id }) => !named.has(id)).map(({ name }) => name);
    return { outlines, matched, kept, version };
  }

  /** Writes a value, what hangs on it, and the line that tells it, together. */
  private async put(
    actor: Actor,
    setting: { readonly key: string; readonly version: number; readonly value: unknown },
    current: () => Promise<unknown>,
    told: { readonly label: string; readonly fields: readonly ChangedField[] },
    beside: (sql: Sql) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const done = await this.database.transaction(async (sql) => {
      if (!(await writeSetting(sql, setting))) return false;
      await beside(sql);
      await this.journal.write(sql, actor, { subject: setting.key, ...told });
      return true;
    });
    if (!done) throw new Refusal('request.version-mismatch', { current: await current() });
  }
}

/** Before anyone has written it: the law asks for a statement, and an honest one says that no audit was made. */
const NOT_WRITTEN: AccessibilityGivenDto = {
  text: 'La ville n’a pas encore fait auditer Parvis. Elle s’engage à le rendre accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.',
  nonConformities: [],
};

/** The three states of the RGAA, by the rate of an audit. */
function conformity(rate: number | undefined): string {
  if (rate === undefined) return 'non évaluée';
  if (rate >= 100) return 'totalement conforme';
  return rate >= 50 ? 'partiellement conforme' : 'non conforme';
}

const ACCESSIBILITY_FIELDS: readonly (readonly [string, (given: AccessibilityGivenDto) => string])[] = [
  ['Texte', ({ text }) => text],
  ['Date de l’audit', ({ auditedOn }) => auditedOn ?? 'aucun audit'],
  ['Taux', ({ rate }) => (rate === undefined ? 'non mesuré' : `${String(rate).replace('.', ',')} %`)],
  ['Non-conformités', ({ nonConformities }) => nonConformities.join(' ; ')],
];

function themeFields(before: readonly NamedTheme[], after: readonly NamedTheme[]): readonly ChangedField[] {
  const titles = new Map(before.map(({ id, title }) => [id, title]));
  const order = (themes: readonly NamedTheme[]): string => themes.map(({ id }) => titles.get(id) ?? id).join(', ');
  return [
    ...after.map(({ id, title }) => ({
      label: `Titre de « ${titles.get(id) ?? id} »`,
      before: titles.get(id) ?? '',
      after: title,
    })),
    { label: 'Ordre', before: order(before), after: order(after) },
  ];
}

function outlineField({ quartier, outline, area }: MatchedOutline): ChangedField {
  const words = (km: number, rings: number): string =>
    `${String(rounded(km)).replace('.', ',')} km², ${countOf(rings, 'morceau', 'morceaux')}`;
  const before = quartier === undefined ? '' : words(areaOf(quartier), 1 + (quartier.otherRings?.length ?? 0));
  return { label: quartier?.name ?? outline.name, before, after: words(area, outline.rings.length) };
}

function rounded(km: number): number {
  return Math.round(km * 1000) / 1000;
}

function invalid(pointer: string, detail: string): Refusal {
  return new Refusal('request.invalid', { faults: [{ pointer, code: 'invalid', detail }] });
}
