import type { FormField } from '../../domain/process/process-definition.js';
import type { Page } from './api-shapes.js';
import type { TownHall } from './town-hall.js';

export interface ProcessSheet {
  readonly id: string;
  readonly title: string;
  readonly department: { readonly id: string };
  readonly phrasings: readonly string[];
  readonly channels: readonly string[];
  readonly form: { readonly fields: readonly FormField[] };
}

/** Whoever at the desk reads the catalogue. */
const READER = 'ambassadrice1';

/** The catalogue as the API shows it to those who answer citizens; each sheet is read once. */
export class ProcessSheets {
  private readonly known = new Map<string, Promise<ProcessSheet | undefined>>();

  constructor(private readonly town: TownHall) {}

  /** Undefined where no such process is in force. */
  of(processId: string): Promise<ProcessSheet | undefined> {
    const known = this.known.get(processId) ?? this.read(processId);
    this.known.set(processId, known);
    return known;
  }

  /** Ids of the whole catalogue, page after page. */
  async ids(): Promise<readonly string[]> {
    const ids: string[] = [];
    let cursor = '';
    do {
      const { status, body } = await this.town.get<Page<{ id: string }>>(READER, `/processes?limit=100${cursor}`);
      if (status !== 200) return ids;
      ids.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor === undefined ? '' : `&cursor=${encodeURIComponent(body.nextCursor)}`;
    } while (cursor !== '');
    return ids;
  }

  private async read(processId: string): Promise<ProcessSheet | undefined> {
    const { status, body } = await this.town.get<ProcessSheet>(READER, `/processes/${encodeURIComponent(processId)}`);
    return status === 200 ? body : undefined;
  }
}
