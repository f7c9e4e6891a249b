import type { Directory, Organisation } from '../../domain/people/directory.js';
import type { Street } from '../../domain/place/address.js';
import type { Quartier } from '../../domain/place/quartier.js';
import type { ReceptionRule } from '../../domain/time/calendar.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { HolidayCorrections } from '../adapters/french-holidays.js';
import type { FrenchSubdivision } from '../calendar/french-subdivision.js';

/** Everything a town says about itself, read from the files of its folder (`town/README.md` describes them). */
export interface Town {
  readonly identity: TownIdentity;
  readonly organisations: readonly OrganisationSheet[];
  /** Its `organisations` are those of the sheets. */
  readonly directory: Directory;
  readonly closures: readonly TownClosure[];
  readonly quartiers: readonly Quartier[];
  readonly streets: readonly Street[];
  readonly tariffs: readonly Tariff[];
  readonly phoneNumbers: readonly PhoneNumber[];
  readonly links: readonly TownLink[];
  readonly authorities: readonly Authority[];
}

export interface TownIdentity {
  readonly name: string;
  /** INSEE code of the commune: five characters. */
  readonly inseeCode: string;
  readonly postalCode: string;
  /** Printed on screens: « ville de démonstration, personnes inventées ». */
  readonly fictitious: boolean;
}

/** An organisation with what its letters, its calendar and its public pages say. */
export interface OrganisationSheet extends Organisation {
  readonly shortName: string;
  readonly address: PostalAddress;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly calendar: CalendarSettings;
  readonly letters: LetterSettings;
  readonly tribunal: Tribunal;
  readonly dataProtection: DataProtectionContact;
  /** Drawn at the head of its letters; its name in letters where it has none. */
  readonly logo?: Logo;
}

/** A drawing that was checked and cleaned. */
export interface Logo {
  readonly type: 'svg' | 'png';
  /** Base64. */
  readonly content: string;
}

export interface PostalAddress {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
}

export interface CalendarSettings {
  readonly subdivision: FrenchSubdivision;
  readonly corrections: HolidayCorrections;
  readonly receptionRule: ReceptionRule;
  /** Minutes since local midnight. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** In words, for the public. */
  readonly hoursText: string;
}

export interface LetterSettings {
  /** « Fait à … » */
  readonly place: string;
  /** To whom a « recours gracieux » is addressed. */
  readonly graciousAppealTo: string;
  readonly footer: string;
  /** `#rrggbb`, of the letterhead. */
  readonly colour?: string;
}

export interface Tribunal {
  readonly city: string;
  readonly name: string;
  readonly website: string;
}

export interface DataProtectionContact {
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export const CLOSURE_KINDS = ['closed', 'earlyClosing', 'openExceptionally'] as const;

/** A decision of the mayor or president about one day of one organisation: not a public holiday. */
export interface TownClosure {
  readonly organisation: string;
  readonly date: LocalDate;
  readonly kind: (typeof CLOSURE_KINDS)[number];
  /** Minutes since local midnight; for `earlyClosing` only. */
  readonly closesAt?: number;
  readonly label: string;
  readonly decidedAt: LocalDate;
  readonly decidedBy: string;
}

/** A price voted by the town; definitions name its key. */
export interface Tariff {
  readonly key: string;
  readonly label: string;
  /** Euro cents. */
  readonly cents: number;
  readonly unit: string;
  readonly decidedAt: LocalDate;
  readonly deliberation: string;
}

/** A number that scripts name by its key (`ville.astreinte`). */
export interface PhoneNumber {
  readonly key: string;
  readonly label: string;
  readonly number: string;
  readonly hours: string;
}

/** Somebody else who is competent for what citizens ask: the department's roads, a landlord, the préfecture. */
export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address: PostalAddress;
}

/** A web address that téléservices name by its key (`ville.portail-famille`). */
export interface TownLink {
  readonly key: string;
  readonly label: string;
  readonly url: string;
}
