import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Receipt } from './api-shapes.js';
import type { Chance } from './chance.js';
import type { ProcessSheets } from './process-sheets.js';
import { receivedAt } from './received-at.js';
import type { DayRequest } from './request-lines.js';
import type { Answer, TownHall } from './town-hall.js';

/** How many working days ago a request came, each as often as it is written: most today, some long ago. */
const WORKING_DAYS_AGO = [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 8, 8, 15, 15, 40] as const;
const AMBASSADORS = ['ambassadrice1', 'ambassadrice2', 'ambassadrice3'] as const;

/** The desk: attachments are sent first, then the request, by whoever takes it. */
export class Desk {
  constructor(
    private readonly town: TownHall,
    readonly sheets: ProcessSheets,
    /** Folder of the files that requests name. */
    private readonly attachments: string,
  ) {}

  /** @returns the receipt, or the French sentence of the refusal */
  async take(request: DayRequest, chance: Chance): Promise<Receipt | string> {
    const ago = chance.one(WORKING_DAYS_AGO);
    const agent = request.channel === 'selfReferral' ? 'patrouilleur' : chance.one(AMBASSADORS);
    const fromHome = request.channel === 'teleservice' && ago === 0 && chance.happens(0.4);
    const sent = await this.send(request, { ago, ...(fromHome ? {} : { agent }) });
    // The public counter takes so many from one address: the others of the day are entered by an agent.
    const answer = typeof sent !== 'string' && sent.status === 429 ? await this.send(request, { ago, agent }) : sent;
    if (typeof answer === 'string') return answer;
    return answer.status === 201 ? answer.body : refusalWords(answer);
  }

  /** @returns what the API answered, or what kept the request from being sent */
  private async send(request: DayRequest, { ago, agent }: Sender): Promise<Answer<Receipt> | string> {
    const { answers, documents, missing } = await this.withDocuments(agent, request);
    if (missing !== undefined) return `la pièce jointe ${missing} n’est pas dans le dossier attachments`;
    const { channel, words, processId, citizen, place, replyChannel, saidAt } = request;
    const content = { words, answers, replyChannel, ...defined({ processId, citizen, place, documents }) };
    if (agent === undefined) return this.town.postPublicly<Receipt>('/public/requests', content);
    const received = { channel, receivedAt: receivedAt(Date.now(), saidAt, ago) };
    return this.town.post<Receipt>(agent, '/requests', { ...content, ...received });
  }

  /** Answers with the ids of uploaded files in the place of their names. */
  private async withDocuments(agent: string | undefined, request: DayRequest): Promise<Uploaded> {
    const fields =
      (request.processId === undefined ? undefined : await this.sheets.of(request.processId))?.form.fields ?? [];
    const answers: Record<string, unknown> = { ...request.answers };
    const documents: string[] = [];
    for (const { key } of fields.filter(({ type }) => type === 'attachment')) {
      const names = answers[key];
      if (!Array.isArray(names)) continue;
      const ids: string[] = [];
      for (const name of names.map(String)) {
        const file = path.join(this.attachments, path.basename(name));
        if (!existsSync(file)) return { answers, missing: name };
        ids.push(await this.town.upload(agent, file, readFileSync(file)));
      }
      answers[key] = ids;
      documents.push(...ids);
    }
    return { answers, ...(documents.length === 0 ? {} : { documents }) };
  }
}

function refusalWords({ status, body: { detail = String(status), errors = [] } }: Answer<unknown>): string {
  return [detail, ...errors.map((one) => `${one.pointer} : ${one.detail}`)].join(' ');
}

/** An agent who enters the request so many working days after it came; none: the citizen sends it. */
interface Sender {
  readonly ago: number;
  readonly agent?: string;
}

interface Uploaded {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents?: readonly string[];
  readonly missing?: string;
}

function defined(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
