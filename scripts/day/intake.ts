import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FormField } from '../../domain/process/process-definition.js';
import type { Receipt } from './api-shapes.js';
import type { Chance } from './chance.js';
import { receivedAt } from './received-at.js';
import type { DayRequest } from './request-lines.js';
import type { TownHall } from './town-hall.js';

/** How many working days ago a request came, each as often as it is written: most today, some long ago. */
const WORKING_DAYS_AGO = [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 8, 8, 15, 15, 40] as const;
const AMBASSADORS = ['ambassadrice1', 'ambassadrice2', 'ambassadrice3'] as const;

export interface ProcessSheet {
  readonly id: string;
  readonly title: string;
  readonly sensitive: boolean;
  readonly department: { readonly id: string };
  readonly form: { readonly fields: readonly FormField[] };
}

/** The desk: attachments are sent first, then the request, by whoever takes it. */
export class Desk {
  private readonly sheets = new Map<string, Promise<ProcessSheet | undefined>>();

  constructor(
    private readonly town: TownHall,
    /** Folder of the files that requests name. */
    private readonly attachments: string,
  ) {}

  /** @returns the receipt, or the French sentence of the refusal */
  async take(request: DayRequest, chance: Chance): Promise<Receipt | string> {
    const ago = chance.one(WORKING_DAYS_AGO);
    const login = request.channel === 'selfReferral' ? 'patrouilleur' : chance.one(AMBASSADORS);
    const fromHome = request.channel === 'teleservice' && ago === 0 && chance.happens(0.4);
    const { answers, documents, missing } = await this.withDocuments(login, request);
    if (missing !== undefined) return `la pièce jointe ${missing} n’est pas dans le dossier attachments`;
    const { channel, words, processId, citizen, place, replyChannel } = request;
    const content = { words, answers, replyChannel, ...defined({ processId, citizen, place, documents }) };
    const { status, body } = fromHome
      ? await this.town.postPublicly<Receipt>('/public/requests', content)
      : await this.town.post<Receipt>(login, '/requests', {
          ...content,
          channel,
          receivedAt: receivedAt(Date.now(), request.saidAt, ago),
        });
    if (status === 201) return body;
    const faults = (body.errors ?? []).map(({ pointer, detail }) => `${pointer} : ${detail}`);
    return [body.detail ?? String(status), ...faults].join(' ');
  }

  /** The sheet of a process, read once. */
  sheet(processId: string): Promise<ProcessSheet | undefined> {
    const known = this.sheets.get(processId) ?? this.readSheet(processId);
    this.sheets.set(processId, known);
    return known;
  }

  private async readSheet(processId: string): Promise<ProcessSheet | undefined> {
    const { status, body } = await this.town.get<ProcessSheet>(
      'ambassadrice1',
      `/processes/${encodeURIComponent(processId)}`,
    );
    return status === 200 ? body : undefined;
  }

  /** Answers with the ids of uploaded files in the place of their names. */
  private async withDocuments(login: string, request: DayRequest): Promise<Uploaded> {
    const fields =
      (request.processId === undefined ? undefined : await this.sheet(request.processId))?.form.fields ?? [];
    const answers: Record<string, unknown> = { ...request.answers };
    const documents: string[] = [];
    for (const { key } of fields.filter(({ type }) => type === 'attachment')) {
      const names = answers[key];
      if (!Array.isArray(names)) continue;
      const ids: string[] = [];
      for (const name of names.map(String)) {
        const file = path.join(this.attachments, path.basename(name));
        if (!existsSync(file)) return { answers, missing: name };
        ids.push(await this.town.upload(login, file, readFileSync(file)));
      }
      answers[key] = ids;
      documents.push(...ids);
    }
    return { answers, ...(documents.length === 0 ? {} : { documents }) };
  }
}

interface Uploaded {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents?: readonly string[];
  readonly missing?: string;
}

function defined(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
