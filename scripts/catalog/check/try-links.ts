import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { CatalogLink } from './link-rules.js';

/** What a site answered: its status, or undefined when it could not be reached. */
export type Ask = (url: string) => Promise<number | undefined>;

export interface TriedLinks {
  readonly tried: number;
  /** No site at all answered: there is no network here, and nothing is known of the addresses. */
  readonly offline: boolean;
  readonly faults: readonly CatalogFault[];
}

const AT_ONCE = 8;
const PATIENCE_MS = 15_000;
/** The page is there, but not for a machine, or not now. */
const NOT_FOR_US = [401, 403, 405, 429];

/** Asks each address once. A dead page is a warning: it is for somebody to read, and sites have bad days. */
export async function tryLinks(links: readonly CatalogLink[], ask: Ask = askSite): Promise<TriedLinks> {
  const urls = [...new Set(links.map(({ url }) => url))];
  const answers = new Map<string, number | undefined>();
  const waiting = [...urls];
  const worker = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) answers.set(url, await ask(url));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if ([...answers.values()].every((status) => status === undefined)) {
    return { tried: urls.length, offline: true, faults: [] };
  }
  const faults = links.flatMap((link) => deadLink(link, answers.get(link.url)) ?? []);
  return { tried: urls.length, offline: false, faults };
}

function deadLink({ url, ...place }: CatalogLink, status: number | undefined): CatalogFault | undefined {
  if (status !== undefined && (status < 400 || NOT_FOR_US.includes(status))) return undefined;
  const answer = status === undefined ? 'ne répond pas' : `répond ${String(status)}`;
  return {
    ...place,
    rule: 'link.reach',
    severity: 'warning',
    message: `« ${url} » ${answer}`,
    advice: 'ouvrir l’adresse ; si la page a disparu, en donner une autre',
  };
}

async function askSite(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
