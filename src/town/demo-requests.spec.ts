import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { INTAKE_CHANNELS } from '../../domain/case/case-file.js';
import type { IntakeChannel } from '../../domain/case/case-file.js';
import { personOf } from '../../domain/people/directory.js';
import { findRoute } from '../../domain/people/find-route.js';
import { signingPower } from '../../domain/people/signing-power.js';
import { locate, parseAddress } from '../../domain/place/address.js';
import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import { UNQUALIFIED_PROCESS } from '../../domain/process/process-ref.js';
import type { ReplyChannel } from '../../domain/process/runnable.js';
import { checkAnswers } from '../../domain/request/check-answers.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { loadCatalog } from '../catalog/load-catalog.js';
import { readTown } from './read-town.js';

/** One line of `town/demo/requests.jsonl`, as `town/README.md` describes it. */
interface DemoRequest {
  readonly channel: IntakeChannel;
  readonly processId?: string;
  readonly words: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly citizen?: { readonly email?: string; readonly phone?: string; readonly address?: object };
  readonly place?: { readonly text: string };
  readonly replyChannel: ReplyChannel;
  readonly saidAt: string;
}

const demo = path.resolve('town/demo');
const uploaded = '0197f0c0-0000-7000-8000-000000000000';
const lines = readFileSync(path.join(demo, 'requests.jsonl'), 'utf8').trim().split('\n');
const requests = lines.map((line) => JSON.parse(line) as DemoRequest);
const processOf = ({ processId }: DemoRequest): string => processId ?? UNQUALIFIED_PROCESS;
const asked = [...new Set(requests.map(processOf))];
const themes = [...new Set(asked.map((id) => id.split('.')[0]))];
const definitions = new Map(themes.flatMap((theme) => [...loadCatalog('process-catalog', theme).definitions]));

function definitionOf(request: DemoRequest): ProcessDefinition {
  const loaded = definitions.get(processOf(request));
  if (loaded === undefined) throw new Error(`No such process: ${processOf(request)}`);
  return loaded.definition;
}

/** Attachments are named by file: whoever sends the request uploads them first and puts the ids in their place. */
function withUploads(request: DemoRequest): { readonly answers: object; readonly files: readonly string[] } {
  const files: string[] = [];
  const entries = Object.entries(request.answers).map(([key, value]) => {
    const field = definitionOf(request).form.fields.find((candidate) => candidate.key === key);
    if (field?.type !== 'attachment') return [key, value] as const;
    files.push(...(value as string[]));
    return [key, (value as string[]).map((_, index) => uploaded.slice(0, -1) + String(index))] as const;
  });
  return { answers: Object.fromEntries(entries), files };
}

describe('the requests of the demonstration town', () => {
  it('are at least 90, over all channels, all hours and eight processes', () => {
    expect(requests.length).toBeGreaterThanOrEqual(90);
    expect(asked).toHaveLength(8);
    expect(new Set(requests.map(({ channel }) => channel))).toEqual(new Set(INTAKE_CHANNELS));
    const hours = requests.map(({ saidAt }) => Number(/^([01]\d|2[0-3]):[0-5]\d$/.exec(saidAt)?.[1]));
    expect(hours.some(Number.isNaN)).toBe(false);
    expect(new Set(hours).size).toBeGreaterThan(18);
    expect(new Set(requests.map(({ words }) => words)).size).toBe(requests.length);
  });

  it.each(requests.map((request, index) => [index + 1, request] as const))(
    'fit the process they ask for (line %i)',
    (_, request) => {
      const definition = definitionOf(request);
      const { answers, files } = withUploads(request);
      expect(checkAnswers(definition.form, answers, '2026-11-25' as LocalDate).faults).toEqual([]);
      expect(definition.channels).toContain(request.channel);
      const reply = definition.steps.find((step) => step.kind === 'reply');
      expect(reply?.by).toContain(request.replyChannel);
      if (definition.identity === 'required') expect(request.citizen).toBeDefined();
      if (request.replyChannel === 'email') expect(request.citizen?.email).toMatch(/@courriel\.example$/);
      if (request.replyChannel === 'letter') expect(request.citizen?.address).toBeDefined();
      expect(request.citizen?.phone ?? '06 39 98 00 00').toMatch(/^06 39 98 \d\d \d\d$/);
      expect(files.filter((file) => !existsSync(path.join(demo, 'attachments', file)))).toEqual([]);
    },
  );

  it('happen in streets of the town', () => {
    const { streets } = readTown(demo);
    const places = requests.flatMap(({ place }) => (place === undefined ? [] : [place.text]));
    const unknown = places.filter((text) => locate(streets, parseAddress(text)).kind === 'unknown');
    expect(places.length).toBeGreaterThan(40);
    expect(unknown).toEqual([]);
  });

  it('are answered by people who may sign, and whose first substitute may sign in their place', () => {
    const { directory } = readTown(demo);
    const on = '2026-11-25' as LocalDate;
    const signed = [...definitions.values()].flatMap(({ definition }) => {
      const signature = definition.steps.find((step) => step.kind === 'signature');
      return signature === undefined ? [] : [{ definition, by: signature.by }];
    });
    expect(signed.length).toBeGreaterThan(2);
    const unable = signed.flatMap(({ definition: { id, theme, organisation, department }, by }) => {
      const route = findRoute(directory, { organisation, department, team: department, theme });
      const signer = route?.validators[by] ?? '';
      const substitute = personOf(directory, signer)?.substitutes[0] ?? '';
      return [
        { id, signer },
        ...(organisation === 'ccas' ? [] : [{ id, signer: substitute, onBehalfOf: signer }]),
      ].filter((asked) => signingPower(directory, { ...asked, organisation, theme, on }).kind === 'refused');
    });
    expect(unable).toEqual([]);
  });
});
