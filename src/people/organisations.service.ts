import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { organisationSheets } from '../database/repositories/town.repository.js';
import type { LetterOrganisation } from '../letters/letter-input.js';
import type { OrganisationSheet } from '../town/town.js';

const KEPT_FOR = 30_000;

/** The three legal persons with what their letters and mails say, in memory. */
@Injectable()
export class OrganisationsService {
  private kept: { readonly sheets: readonly OrganisationSheet[]; readonly readAt: number } | undefined;

  constructor(private readonly database: Database) {}

  async list(): Promise<readonly OrganisationSheet[]> {
    if (this.kept === undefined || Date.now() - this.kept.readAt > KEPT_FOR) {
      this.kept = { sheets: await organisationSheets(this.database), readAt: Date.now() };
    }
    return this.kept.sheets;
  }

  /** An administrator changed one: the next reader sees it. */
  forget(): void {
    this.kept = undefined;
  }

  /** @throws Error for an organisation that the town does not have: definitions are checked against it */
  async sheet(id: string): Promise<OrganisationSheet> {
    const found = (await this.list()).find((sheet) => sheet.id === id);
    if (found === undefined) throw new Error(`No organisation ${id}`);
    return found;
  }
}

/** The paper of an organisation. */
export function letterheadOf(sheet: OrganisationSheet): LetterOrganisation {
  return {
    name: sheet.legalName,
    logoText: sheet.name,
    addressLines: [...sheet.address.lines, `${sheet.address.postalCode} ${sheet.address.city}`],
    phone: sheet.phone,
    email: sheet.email,
    website: sheet.website,
    place: sheet.letters.place,
    footer: sheet.letters.footer,
    ...(sheet.letters.colour === undefined ? {} : { primaryColour: sheet.letters.colour }),
    ...(sheet.logo === undefined ? {} : { logo: sheet.logo }),
  };
}
