import { assertNever } from '../../domain/lib/assert-never.js';
import type { DescribedStep, ProcessDefinition } from '../../domain/process/process-definition.js';
import { timeLimitInFrench } from '../../domain/time/time-limit.js';
import { inspectionName, roleName } from './french-labels.js';
import type { ProcessNames } from './process-names.js';
import { conditionWords, replyWays, stepWords } from './process-words.js';

/** One box of the drawing. Meaning is carried by words and by the outline, never by colour. */
interface Box {
  readonly title: string;
  readonly note: string;
  /** `gate`: passed only on a condition (dashed). `sign`: the one legal act (double outline). `end`: rounded. */
  readonly outline: 'plain' | 'gate' | 'sign' | 'end';
  /** Asked at the same time, beside the box. */
  readonly beside: readonly Omit<Box, 'beside' | 'outline'>[];
}

const BOX = { width: 340, height: 58, gap: 34, left: 40, top: 76 };
/** Letters of a note on one line of a box, and how much a second line adds to its height. */
const NOTE_LETTERS = 46;
const NOTE_LINE = 18;
const BESIDE_LEFT = BOX.left + BOX.width + 60;
/** Width of a letter of the title and of a due date, in the widest of the usual fonts. */
const TITLE_LETTER = 10.5;
const DUE_LETTER = 8;

/**
 * The way of a case through a process, top to bottom, as SVG: readable in black and white, with a title and a
 * description for those who do not see it. `dueLines` are written under the drawing.
 */
export function processDiagram(
  definition: ProcessDefinition,
  names: ProcessNames,
  dueLines: readonly string[] = [],
): string {
  const boxes = boxesOf(definition, names);
  const hasBeside = boxes.some(({ beside }) => beside.length > 0);
  const endorsers = boxes.filter(({ title }) => title.startsWith('Visa')).length;
  const places = placesOf(boxes);
  const bottom = bottomOf(boxes.length - 1, { boxes, places });
  const boxesWidth = hasBeside ? BESIDE_LEFT + BOX.width + 40 : BOX.left + BOX.width + 220;
  const lineWidths = dueLines.map((line) => line.length * DUE_LETTER);
  const textWidth = Math.max(definition.title.length * TITLE_LETTER, ...lineWidths);
  const width = Math.max(boxesWidth, BOX.left + Math.ceil(textWidth) + 20);
  const height = bottom + 40 + dueLines.length * 20;
  const drawn = boxes.map((box, index) => drawBox(box, places[index] ?? 0));
  const arrows = places.slice(1).map((y, index) => arrow(bottomOf(index, { boxes, places }), y));
  const dues = dueLines.map((line, index) => text({ x: BOX.left, y: bottom + 34 + index * 20, size: 13 }, line));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img" aria-labelledby="t d" font-family="sans-serif">`,
    `<title id="t">${escapeXml(`Circuit du processus « ${definition.title} »`)}</title>`,
    `<desc id="d">${escapeXml(definition.steps.map((step) => stepWords(step, definition, names)).join('. '))}</desc>`,
    '<defs><marker id="a" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker></defs>',
    `<rect width="${String(width)}" height="${String(height)}" fill="#fff"/>`,
    text({ x: BOX.left, y: 32, size: 17, bold: true }, definition.title),
    text({ x: BOX.left, y: 54, size: 12 }, `${definition.id}, version ${String(definition.version)}`),
    ...arrows,
    ...drawn,
    ...(endorsers > 0 ? [sendBack(boxes, places)] : []),
    ...dues,
    '</svg>',
    '',
  ].join('\n');
}

function boxesOf(definition: ProcessDefinition, names: ProcessNames): readonly Box[] {
  const start: Box = { title: 'Demande reçue', note: 'accusé de réception immédiat', outline: 'end', beside: [] };
  return [start, ...definition.steps.flatMap((step) => boxesOfStep(step, definition, names))];
}

function boxesOfStep(step: DescribedStep, definition: ProcessDefinition, names: ProcessNames): readonly Box[] {
  const plain = (title: string, note: string): Box => ({ title, note, outline: 'plain', beside: [] });
  switch (step.kind) {
    case 'qualification':
      return [plain('Qualification', names.team(step.team))];
    case 'assignment':
      return [plain('Affectation', `${names.team(step.team)}${step.byQuartier ? ', selon le quartier' : ''}`)];
    case 'inspection':
      return [inspectionBox(step, definition, names)];
    case 'answer':
      return [
        {
          ...plain(`Réponse du service${targetOf(step)}`, names.department(definition.department)),
          beside: opinionsOf(step, names),
        },
      ];
    case 'endorsement':
      return step.chain.map((role, index) =>
        plain(
          step.chain.length === 1 ? 'Visa' : `Visa ${String(index + 1)} sur ${String(step.chain.length)}`,
          roleName(role, definition.organisation),
        ),
      );
    case 'signature':
      return [{ ...plain('Signature', roleName(step.by, definition.organisation)), outline: 'sign' }];
    case 'reply':
      return [{ ...plain('Réponse envoyée', replyWays(step)), outline: 'end' }];
    default:
      return assertNever(step);
  }
}

function inspectionBox(
  step: Extract<DescribedStep, { kind: 'inspection' }>,
  definition: ProcessDefinition,
  names: ProcessNames,
): Box {
  const condition = conditionWords(step.when, definition).slice(2);
  return {
    title: `${inspectionName(step.team)}${targetOf(step)}`,
    note: condition === '' ? names.team(step.team) : condition,
    outline: step.when === undefined ? 'plain' : 'gate',
    beside: [],
  };
}

function opinionsOf(step: Extract<DescribedStep, { kind: 'answer' }>, names: ProcessNames): Box['beside'] {
  return step.opinions.map((opinion) => ({
    title: `Avis${opinion.required ? '' : ' (facultatif)'}${targetOf(opinion)}`,
    note: names.team(opinion.team),
  }));
}

function targetOf(step: object): string {
  if (!('target' in step)) return '';
  return `, ${timeLimitInFrench(step.target as Parameters<typeof timeLimitInFrench>[0])}`;
}

function heightOf({ note }: Pick<Box, 'note'>): number {
  return BOX.height + (twoLines(note).length - 1) * NOTE_LINE;
}

interface Drawn {
  readonly boxes: readonly Box[];
  readonly places: readonly number[];
}

function bottomOf(index: number, { boxes, places }: Drawn): number {
  return (places[index] ?? BOX.top) + heightOf(boxes[index] ?? { note: '' });
}

/** Top of each box: one with several opinions beside it needs their height. */
function placesOf(boxes: readonly Box[]): readonly number[] {
  let y = BOX.top;
  return boxes.map((box) => {
    const place = y;
    const beside = box.beside.reduce((sum, one) => sum + heightOf(one) + BOX.gap, 0);
    y += Math.max(heightOf(box) + BOX.gap, beside);
    return place;
  });
}

function drawBox(box: Box, y: number): string {
  let next = y;
  const beside = box.beside.map((opinion) => {
    const top = next;
    next += heightOf(opinion) + BOX.gap;
    const middle = y + heightOf(box) / 2;
    const path = `M${String(BOX.left + BOX.width)} ${String(middle)} H${String(BESIDE_LEFT - 30)} V${String(top + heightOf(opinion) / 2)} H${String(BESIDE_LEFT - 2)}`;
    return `<path d="${path}" fill="none" stroke="#000" marker-start="url(#a)" marker-end="url(#a)"/>${frame({ ...opinion, outline: 'plain' }, BESIDE_LEFT, top)}`;
  });
  return [frame(box, BOX.left, y), ...beside].join('\n');
}

function frame({ title, note, outline }: Omit<Box, 'beside'>, x: number, y: number): string {
  const height = heightOf({ note });
  const radius = outline === 'end' ? height / 2 : 4;
  const dash = outline === 'gate' ? ' stroke-dasharray="7 4"' : '';
  const rect = (inset: number): string =>
    `<rect x="${String(x + inset)}" y="${String(y + inset)}" width="${String(BOX.width - 2 * inset)}" height="${String(height - 2 * inset)}" rx="${String(radius)}" fill="none" stroke="#000" stroke-width="1.5"${dash}/>`;
  return [
    rect(0),
    ...(outline === 'sign' ? [rect(4)] : []),
    text({ x: x + 16, y: y + 25, size: 14, bold: true }, shortened(title, 38)),
    ...twoLines(note).map((line, index) => text({ x: x + 16, y: y + 44 + index * NOTE_LINE, size: 12 }, line)),
  ].join('\n');
}

/** Whoever endorses or signs may send back to anyone before them, down to the referent. */
function sendBack(boxes: readonly Box[], places: readonly number[]): string {
  const from = boxes.findLastIndex(({ title }) => title.startsWith('Visa') || title === 'Signature');
  const to = boxes.findIndex(({ title }) => title.startsWith('Réponse du service'));
  const middle = (index: number): number => ((places[index] ?? 0) + bottomOf(index, { boxes, places })) / 2;
  const path = `M${String(BOX.left)} ${String(middle(from))} H18 V${String(middle(to))} H${String(BOX.left - 2)}`;
  const label = text({ x: BOX.left + BOX.width + 14, y: middle(from) + 4, size: 12 }, 'renvoi possible à chacun');
  return `<path d="${path}" fill="none" stroke="#000" stroke-dasharray="3 3" marker-end="url(#a)"/>${label}`;
}

function arrow(from: number, to: number): string {
  const x = String(BOX.left + BOX.width / 2);
  return `<path d="M${x} ${String(from)} V${String(to - 2)}" stroke="#000" marker-end="url(#a)"/>`;
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
}

function text({ x, y, size, bold }: TextPlace, content: string): string {
  const weight = bold === true ? ' font-weight="bold"' : '';
  return `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}"${weight}>${escapeXml(content)}</text>`;
}

/** Cut between words; what does not hold on the second line is shortened. */
function twoLines(content: string): readonly string[] {
  if (content.length <= NOTE_LETTERS) return [content];
  const cut = content.lastIndexOf(' ', NOTE_LETTERS);
  if (cut <= 0) return [shortened(content, NOTE_LETTERS)];
  return [content.slice(0, cut), shortened(content.slice(cut + 1), NOTE_LETTERS)];
}

function shortened(content: string, longest: number): string {
  return content.length <= longest ? content : `${content.slice(0, longest - 1)}…`;
}

function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
