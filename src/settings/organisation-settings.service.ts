import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/allow.js';
import { Database } from '../database/database.js';
import {
  findOrganisation,
  listOrganisations,
  updateOrganisation,
  type OrganisationRow,
} from '../database/repositories/settings.repository.js';
import { Refusal } from '../http/refusal.js';
import { readableOnWhite } from '../letters/layout/readable-on-white.js';
import { DirectoryService } from '../people/directory.service.js';
import { OrganisationsService } from '../people/organisations.service.js';
import type { Logo, OrganisationSheet } from '../town/town.js';
import { readLogo, type LogoFault } from './logo.js';
import type { OrganisationSettingsDto, OrganisationTextsDto } from './settings.dto.js';
import { SettingsJournalService } from './settings-journal.service.js';

/** What the three legal persons say of themselves: on their letters, in their mails, to whoever asks. */
@Injectable()
export class OrganisationSettingsService {
  constructor(
    private readonly database: Database,
    private readonly sheets: OrganisationsService,
    private readonly directory: DirectoryService,
    private readonly journal: SettingsJournalService,
  ) {}

  async list(): Promise<readonly OrganisationSettingsDto[]> {
    return (await listOrganisations(this.database)).map(settingsDto);
  }

  async read(id: string): Promise<OrganisationSettingsDto> {
    return settingsDto(await this.find(id));
  }

  async change(
    actor: Actor,
    { id, version }: Pick<OrganisationSettingsDto, 'id' | 'version'>,
    given: OrganisationTextsDto,
  ): Promise<OrganisationSettingsDto> {
    if (given.colour !== undefined && readableOnWhite(given.colour) !== given.colour)
      throw invalid('/colour', 'Cette couleur ne se lit pas sur du blanc : choisissez-en une plus foncée.');
    return this.save(actor, { id, version }, (sheet) => withTexts(sheet, given));
  }

  async setLogo(
    actor: Actor,
    { id, version }: Pick<OrganisationSettingsDto, 'id' | 'version'>,
    content: Buffer | undefined,
  ): Promise<OrganisationSettingsDto> {
    const logo = content === undefined ? undefined : readLogo(content);
    if (typeof logo === 'string') throw invalid('/content', LOGO_FAULTS[logo]);
    return this.save(actor, { id, version }, ({ logo: _before, ...sheet }) =>
      logo === undefined ? sheet : { ...sheet, logo },
    );
  }

  private async save(
    actor: Actor,
    { id, version }: Pick<OrganisationSettingsDto, 'id' | 'version'>,
    work: (sheet: OrganisationSheet) => OrganisationSheet,
  ): Promise<OrganisationSettingsDto> {
    const before = await this.find(id);
    const sheet = work(before.sheet);
    const done = await this.database.transaction(async (sql) => {
      if (!(await updateOrganisation(sql, { sheet, version }))) return false;
      await this.journal.write(sql, actor, {
        subject: `organisation:${id}`,
        label: sheet.name,
        fields: LABELS.map(([label, wordsOf]) => ({ label, before: wordsOf(before.sheet), after: wordsOf(sheet) })),
      });
      return true;
    });
    if (!done) throw new Refusal('request.version-mismatch', { current: await this.read(id) });
    this.sheets.forget();
    this.directory.forget();
    return this.read(id);
  }

  private async find(id: string): Promise<OrganisationRow> {
    const row = await findOrganisation(this.database, id);
    if (row === undefined) throw new Refusal('organisation.not-found');
    return row;
  }
}

const LOGO_FAULTS: Readonly<Record<LogoFault, string>> = {
  type: 'Un logo est une image SVG ou PNG.',
  unsafe:
    'Cette image contient autre chose qu’un dessin, ou dépasse 2 000 pixels : exportez-la de nouveau, sans script, lien ni image incorporée.',
  size: 'Ce logo est trop lourd : 60 ko au plus, puisque chaque lettre l’emporte.',
};

const LABELS: readonly (readonly [string, (sheet: OrganisationSheet) => string])[] = [
  ['Nom', ({ name }) => name],
  ['Nom court', ({ shortName }) => shortName],
  ['Nom légal', ({ legalName }) => legalName],
  ['Autorité, dans les formules', ({ authorityTitle }) => authorityTitle],
  ['Adresse', ({ address }) => [...address.lines, `${address.postalCode} ${address.city}`].join(', ')],
  ['Téléphone', ({ phone }) => phone],
  ['Adresse électronique', ({ email }) => email],
  ['Site', ({ website }) => website],
  ['Lieu des lettres', ({ letters }) => letters.place],
  ['Recours gracieux adressé à', ({ letters }) => letters.graciousAppealTo],
  ['Pied de page', ({ letters }) => letters.footer],
  ['Couleur', ({ letters }) => letters.colour ?? 'aucune'],
  ['Logo', ({ logo }) => (logo === undefined ? 'aucun' : `${logo.type.toUpperCase()}, ${kilobytes(logo)}`)],
  ['Tribunal', ({ tribunal }) => [tribunal.name, tribunal.city, tribunal.website].join(', ')],
  ['Protection des données', ({ dataProtection: { title, email, phone } }) => [title, email, phone].join(', ')],
];

function kilobytes({ content }: Logo): string {
  return `${String(Math.ceil((content.length * 3) / 4 / 1000))} ko`;
}

function withTexts(sheet: OrganisationSheet, given: OrganisationTextsDto): OrganisationSheet {
  const { name, shortName, legalName, authorityTitle, phone, email, website } = given;
  const { colour: _colour, ...letters } = sheet.letters;
  return {
    ...sheet,
    ...{ name, shortName, legalName, authorityTitle, phone, email, website },
    address: { lines: given.addressLines, postalCode: given.postalCode, city: given.city },
    letters: {
      ...letters,
      place: given.place,
      graciousAppealTo: given.graciousAppealTo,
      footer: given.footer,
      ...(given.colour === undefined ? {} : { colour: given.colour }),
    },
    tribunal: { name: given.tribunalName, city: given.tribunalCity, website: given.tribunalWebsite },
    dataProtection: { title: given.dpoTitle, email: given.dpoEmail, phone: given.dpoPhone },
  };
}

const TYPES: Readonly<Record<Logo['type'], string>> = { svg: 'image/svg+xml', png: 'image/png' };

function settingsDto({ sheet, version }: OrganisationRow): OrganisationSettingsDto {
  const { id, name, shortName, legalName, authorityTitle, address, phone, email, website, letters, logo } = sheet;
  return {
    ...{ id, version, name, shortName, legalName, authorityTitle, phone, email, website },
    addressLines: address.lines,
    postalCode: address.postalCode,
    city: address.city,
    place: letters.place,
    graciousAppealTo: letters.graciousAppealTo,
    footer: letters.footer,
    ...(letters.colour === undefined ? {} : { colour: letters.colour }),
    tribunalName: sheet.tribunal.name,
    tribunalCity: sheet.tribunal.city,
    tribunalWebsite: sheet.tribunal.website,
    dpoTitle: sheet.dataProtection.title,
    dpoEmail: sheet.dataProtection.email,
    dpoPhone: sheet.dataProtection.phone,
    ...(logo === undefined ? {} : { logo: `data:${TYPES[logo.type]};base64,${logo.content}` }),
  };
}

function invalid(pointer: string, detail: string): Refusal {
  return new Refusal('request.invalid', { faults: [{ pointer, code: 'invalid', detail }] });
}
