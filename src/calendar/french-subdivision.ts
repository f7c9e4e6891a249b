/** Where a town lies, as far as its holidays and its clocks are concerned. */
export interface FrenchSubdivision {
  /** `FR-51`, `FR-2A`, `FR-GP`… */
  readonly code: string;
  /** What comes after `FR-`. */
  readonly suffix: string;
  /** IANA time zone. */
  readonly zone: string;
}

/** Overseas parts whose public holidays the Code du travail settles. New Caledonia, Polynesia and Wallis have their own law. */
const OVERSEAS_ZONES: Readonly<Record<string, string>> = {
  GP: 'America/Guadeloupe',
  MQ: 'America/Martinique',
  GF: 'America/Cayenne',
  RE: 'Indian/Reunion',
  YT: 'Indian/Mayotte',
  MF: 'America/Marigot',
  BL: 'America/St_Barthelemy',
  PM: 'America/Miquelon',
};

const METROPOLITAN = /^(0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])$/;

/**
 * Reads a code such as `FR-51`; undefined for one that does not exist. Never left to the holiday library, which takes any
 * unknown code for plain France.
 */
export function frenchSubdivision(code: string): FrenchSubdivision | undefined {
  if (!code.startsWith('FR-')) return undefined;
  const suffix = code.slice(3);
  const overseas = Object.hasOwn(OVERSEAS_ZONES, suffix) ? OVERSEAS_ZONES[suffix] : undefined;
  if (overseas !== undefined) return { code, suffix, zone: overseas };
  return METROPOLITAN.test(suffix) ? { code, suffix, zone: 'Europe/Paris' } : undefined;
}
