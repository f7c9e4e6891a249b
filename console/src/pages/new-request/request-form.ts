import { unreachableBy, type Unreachable } from '../../../../domain/request/reachability.js';
import type { NewRequestDto, ProcessSheetDto } from '../../api/schema/types.generated.js';
import type { ProblemFault } from '../../api/problem.js';
import type { PlaceValue } from '../../components/place-input.js';
import { fieldIdOf } from '../../components/process-form/field-id.js';
import type { FieldFault } from '../../components/state/error-summary.js';
import { faultAt } from '../../components/state/field-faults.js';
import type { CitizenDto } from '../../api/citizens.js';
import { phone as printPhone } from '../../text/format.js';

export type IntakeChannel = NewRequestDto['channel'];
export type ReplyChannel = NonNullable<NewRequestDto['replyChannel']>;

/** What is typed about a citizen. */
interface CitizenText {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** The citizen as typed; `known` is the one it was found as, with what their sheet said then. */
export interface CitizenForm extends CitizenText {
  readonly kind: 'unset' | 'known' | 'new' | 'anonymous';
  readonly known?:
    (Pick<CitizenDto, 'id' | 'organisation' | 'sector' | 'version'> & { held?: CitizenText }) | undefined;
}

/** Everything that a request being taken down holds: this is the draft. */
export interface RequestForm {
  readonly channel: IntakeChannel;
  readonly words: string;
  readonly processId?: string | undefined;
  readonly processTitle?: string | undefined;
  /** The agent said that another one will find the process. */
  readonly unsure?: boolean | undefined;
  readonly citizen: CitizenForm;
  readonly place: PlaceValue;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly replyChannel?: ReplyChannel | undefined;
  /** The day a letter or a mail came in; today for what is spoken. */
  readonly receivedOn?: string | undefined;
  /** The agent's own jottings: never sent to the citizen, added to the case as a note. */
  readonly notes: string;
  /** What is answered at once. */
  readonly answer: string;
}

export const NO_CITIZEN: CitizenForm = {
  kind: 'unset',
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  street: '',
  postalCode: '',
  city: '',
};

export const EMPTY_REQUEST: RequestForm = {
  channel: 'telephone',
  words: '',
  citizen: NO_CITIZEN,
  place: { text: '' },
  answers: {},
  notes: '',
  answer: '',
};

/** A known citizen as the form holds them. */
export function citizenFormOf(citizen: CitizenDto): CitizenForm {
  const { id, organisation, sector, version, firstName = '', lastName = '', email = '', phone = '' } = citizen;
  const { lines = [], postalCode = '', city = '' } = citizen.address ?? {};
  const held = { firstName, lastName, email, phone: printPhone(phone), street: lines.join(', '), postalCode, city };
  return { kind: 'known', known: { id, organisation, sector, version, held }, ...held };
}

/** What the list of drafts calls it. */
export function titleOf({ processTitle, words, citizen }: RequestForm): string {
  const who = [citizen.firstName, citizen.lastName].filter((part) => part !== '').join(' ');
  const what = processTitle ?? (words === '' ? 'Nouvelle demande' : words.slice(0, 80));
  return who === '' ? what : `${what} — ${who}`;
}

/** The question of the form that « Où ? » answers: asked once. */
export function placeKeyOf(sheet: ProcessSheetDto | undefined): string | undefined {
  const fields = (sheet?.form.fields ?? []) as readonly { readonly key?: string; readonly type?: string }[];
  return fields.find(({ type }) => type === 'place')?.key;
}

/** How many questions the process asks beside the place. */
export function questionsOf(sheet: ProcessSheetDto | undefined): number {
  return (sheet?.form.fields ?? []).length - (placeKeyOf(sheet) === undefined ? 0 : 1);
}

/** The answers with the place put where the form asks for it. */
export function answersOf(
  { answers, place }: RequestForm,
  placeKey: string | undefined,
): Readonly<Record<string, unknown>> {
  if (placeKey === undefined || place.text.trim() === '') return answers;
  const { text, street, quartier, point } = place;
  return {
    ...answers,
    [placeKey]: {
      label: text,
      ...(street === undefined ? {} : { street }),
      ...(quartier === undefined ? {} : { quartier }),
      ...point,
    },
  };
}

export function replyChannelOf({ replyChannel, citizen, channel }: RequestForm): ReplyChannel {
  if (replyChannel !== undefined) return replyChannel;
  if (citizen.kind === 'anonymous' || citizen.kind === 'unset') return 'none';
  if (citizen.email !== '') return 'email';
  if (citizen.street !== '') return 'letter';
  return channel === 'telephone' || channel === 'frontDesk' ? 'spoken' : 'none';
}

/** Why the reply cannot reach the citizen as they are written down; undefined where it can. */
export function unreachableFor(form: RequestForm): Unreachable | undefined {
  const { kind, email, street } = form.citizen;
  const nobody = kind === 'anonymous' || kind === 'unset';
  return unreachableBy(replyChannelOf(form), nobody ? undefined : { email, address: { lines: [street] } });
}

/** The request as the API takes it. */
export function bodyOf(form: RequestForm, sheet: ProcessSheetDto | undefined): NewRequestDto {
  const { channel, words, processId, place, receivedOn } = form;
  const citizen = citizenOf(form.citizen, sheet);
  return {
    channel,
    words: words.trim(),
    // Without a process, the one question that is asked is what the citizen said.
    answers: processId === undefined ? { demande: words.trim() } : { ...answersOf(form, placeKeyOf(sheet)) },
    replyChannel: replyChannelOf(form),
    ...(processId === undefined ? {} : { processId }),
    ...(place.text.trim() === ''
      ? {}
      : { place: { text: place.text.trim(), ...(place.quartier === undefined ? {} : { quartier: place.quartier }) } }),
    ...(citizen === undefined ? {} : { citizen }),
    ...(receivedOn === undefined ? {} : { receivedAt: noonInTown(receivedOn) }),
  };
}

/** Citizens are kept per sector: the one found elsewhere is written anew where this process keeps its own. */
function citizenOf(citizen: CitizenForm, sheet: ProcessSheetDto | undefined): NewRequestDto['citizen'] | undefined {
  const { kind, known, ...typed } = citizen;
  if (kind === 'unset' || kind === 'anonymous') return undefined;
  const same = known !== undefined && known.sector === sheet?.sector && known.organisation === sheet.organisation.id;
  if (!same) return detailsOf(typed);
  const changes = detailsOf(changedSince(known.held ?? typed, typed));
  return { id: known.id, ...(Object.keys(changes).length === 0 ? {} : { version: known.version, ...changes }) };
}

function detailsOf(typed: Partial<CitizenText>): NonNullable<NewRequestDto['citizen']> {
  const { firstName = '', lastName = '', email = '', phone = '', street = '', postalCode = '', city = '' } = typed;
  return {
    ...filled({ firstName, lastName, email, phone }),
    ...(street.trim() === '' ? {} : { address: { lines: [street.trim()], ...filled({ postalCode, city }) } }),
  };
}

const ADDRESS: readonly (keyof CitizenText)[] = ['street', 'postalCode', 'city'];

/** What was typed over a known sheet; an address goes whole. */
function changedSince(held: CitizenText, typed: CitizenText): Partial<CitizenText> {
  const changed = (name: keyof CitizenText): boolean => typed[name].trim() !== held[name].trim();
  const moved = ADDRESS.some(changed);
  const names = Object.keys(held) as (keyof CitizenText)[];
  return Object.fromEntries(
    names.filter((name) => (ADDRESS.includes(name) ? moved : changed(name))).map((name) => [name, typed[name]]),
  );
}

function filled<T extends Readonly<Record<string, string>>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== '')) as Partial<T>;
}

/** A letter of that day: noon is inside it whatever the season. */
function noonInTown(day: string): string {
  return new Date(`${day}T12:00:00`).toISOString();
}

/** Where a fault of the request is corrected on the screen. */
export function fieldOfFault(prefix: string, fault: ProblemFault): FieldFault {
  const [, first = '', ...rest] = fault.pointer.split('/');
  // The server names the question itself.
  if (first === 'answers') return { field: fieldIdOf(`${prefix}-q`, rest.slice(0, 1)), text: fault.detail };
  if (first === 'citizen')
    return faultAt(`${prefix}-${rest[0] === 'address' ? 'street' : (rest[0] ?? 'citizen')}`, fault);
  if (first === 'place') return faultAt(`${prefix}-place`, fault);
  if (first === 'receivedAt') return faultAt(`${prefix}-received`, fault);
  return faultAt(`${prefix}-words`, fault);
}
