import type { ReplyChannel } from '../../domain/process/runnable.js';
import { unreachableBy } from '../../domain/request/reachability.js';
import { addDays } from '../../domain/time/local-date.js';
import type { CaseDetail, PossibleAct } from './api-shapes.js';
import type { Chance } from './chance.js';
import { fillForm } from './fill-form.js';
import type { Desk } from './intake.js';
import { townDay, weekdaysBefore } from './received-at.js';
import type { DayRequest } from './request-lines.js';
import type { TownHall } from './town-hall.js';
import { say } from './words.js';

/** What a person is about to ask of the API. */
export interface Plan {
  readonly route: string;
  readonly body: unknown;
}

/** Where the person stands who is about to act. */
export interface Scene {
  readonly town: TownHall;
  readonly desk: Desk;
  readonly chance: Chance;
  readonly detail: CaseDetail;
  readonly request: DayRequest;
}

type Planner = (scene: Scene, act: PossibleAct) => Plan | Promise<Plan>;

const onTask = (verb: string, body: (scene: Scene, act: PossibleAct) => unknown): Planner => (scene, act) => ({
  route: `/tasks/${act.taskId ?? ''}/${verb}`,
  body: body(scene, act),
}); // prettier-ignore

const onCase = (verb: string, body: (scene: Scene, act: PossibleAct) => unknown): Planner => (scene, act) => ({
  route: `/cases/${scene.detail.caseId}/${verb}`,
  body: body(scene, act),
}); // prettier-ignore

const letterHash = ({ detail }: Scene): string => detail.answer?.letterHash ?? '';

const ANSWERED_BY: readonly ReplyChannel[] = ['email', 'letter', 'spoken'];

/** Nobody at the desk promises a mail to somebody who gave no address. */
function reaches(channel: ReplyChannel, { citizen }: DayRequest): boolean {
  return unreachableBy(channel, citizen) === undefined;
}

/** How each act is asked of the API, with what a person would write. */
const PLANNERS: Readonly<Record<string, Planner>> = {
  qualify: planQualify,
  reassign: planReassign,
  refuseAssignment: onTask('refuse', ({ chance }) => ({ reason: say(chance, 'notOurs') })),
  answer: (scene, act) => ({
    route: act.atOnce === true ? `/cases/${scene.detail.caseId}/answer-at-once` : `/tasks/${act.taskId ?? ''}/answer`,
    body: { text: say(scene.chance, 'answer'), conclusion: conclusion(scene.chance) },
  }),
  askCitizen: onTask('ask-citizen', ({ chance }) => ({
    text: say(chance, 'missing'),
    until: addDays(townDay(Date.now()), chance.between(3, 20)),
  })),
  askOpinion: planOpinion,
  askFinding: onTask('ask-finding', ({ chance }) => ({
    text: say(chance, 'findingAsked'),
    required: chance.happens(0.5),
  })),
  giveOpinion: onTask('opinion', ({ chance }) => ({ text: say(chance, 'opinion') })),
  giveFinding: onTask('finding', ({ chance }) => ({ text: say(chance, 'finding') })),
  citizenAnswered: onCase('citizen-answer', ({ chance }, { openRequest }) => ({
    text: say(chance, 'citizenAnswer'),
    openRequest,
    ...(chance.happens(0.3) ? { receivedOn: weekdaysBefore(townDay(Date.now()), 1) } : {}),
  })),
  dropOpenRequest: onCase('drop-request', ({ chance }, { openRequest }) => ({
    openRequest,
    reason: say(chance, 'dropped'),
  })),
  endorse: onTask('endorse', (scene) => ({ letterHash: letterHash(scene) })),
  endorseCorrected: onTask('endorse-corrected', (scene) => ({
    letterHash: letterHash(scene),
    text: say(scene.chance, 'correction'),
  })),
  sendBack: onTask('send-back', (scene) => ({
    letterHash: letterHash(scene),
    to: scene.chance.pick(scene.detail.earlierPersons)?.to ?? 'author',
    remark: say(scene.chance, 'remark'),
  })),
  recall: onCase('recall', () => ({})),
  sign: onTask('sign', (scene) => ({ letterHash: letterHash(scene) })),
  confirmPosting: onTask('confirm-posting', () => ({})),
  settleDoubt: onTask('settle-doubt', ({ chance, request }) => ({
    decision: chance.one(reaches('letter', request) ? ['itLeft', 'itLeft', 'byLetter'] : ['itLeft']),
  })),
  close: onCase('close', ({ chance }, act) => ({
    conclusion: act.conclusion,
    ...(act.conclusion === 'withdrawn' ? { reason: say(chance, 'withdrawal') } : {}),
  })),
  reopen: onCase('reopen', ({ chance }) => ({ reason: say(chance, 'reopening') })),
  changeReplyChannel: onCase('reply-channel', ({ chance, detail, request }) => ({
    channel: chance.pick(ANSWERED_BY.filter((one) => one !== detail.replyChannel && reaches(one, request))) ?? 'none',
  })),
  retryEffect: (_scene, { effect = '' }) => ({ route: `/incidents/${effect}/retry`, body: {} }),
  skipEffect: ({ chance }, { effect = '' }) => ({
    route: `/incidents/${effect}/skip`,
    body: { reason: say(chance, 'skipped') },
  }),
};

/** How the act is asked of the API; undefined for one that this program does not know. */
export async function planOf(scene: Scene, act: PossibleAct): Promise<Plan | undefined> {
  return PLANNERS[act.act]?.(scene, act);
}

function conclusion(chance: Chance): object {
  const kind = chance.weighted(['answered', 'planned', 'done', 'refused', 'notOurs'], (one) =>
    one === 'answered' ? 4 : 1,
  );
  switch (kind) {
    case 'planned':
      return { kind, on: addDays(townDay(Date.now()), chance.between(2, 40)) };
    case 'done':
      return { kind, proof: say(chance, 'proof') };
    case 'refused':
      return { kind, by: 'La cheffe du service', reason: say(chance, 'refusal') };
    case 'notOurs':
      return { kind, passedTo: say(chance, 'passedTo') };
    default:
      return { kind: 'answered' };
  }
}

/** The process that the search finds for the citizen's own words, else one that other citizens of the day asked for. */
async function planQualify({ town, desk, chance, detail, request }: Scene, { taskId }: PossibleAct): Promise<Plan> {
  const words = request.words.slice(0, 200);
  const found = await town.get<{ items: readonly { id: string; sensitive: boolean }[] }>(
    'ambassadrice1',
    `/processes?q=${encodeURIComponent(words)}`,
  );
  const items = found.status === 200 ? found.body.items : [];
  const others = items.map(({ id }) => id).filter((id) => id !== detail.processId && !id.startsWith('grc.'));
  const processId = others[0] ?? chance.one(COMMON.filter((id) => id !== detail.processId) as [string, ...string[]]);
  const fields = (await desk.sheets.of(processId))?.form.fields ?? [];
  const known = { words: request.words, place: request.place?.text ?? '3 rue du Vieux-Cuir' };
  const route = taskId === undefined ? `/cases/${detail.caseId}/requalify` : `/tasks/${taskId}/qualify`;
  return { route, body: { processId, answers: fillForm(fields, known, chance) } };
}

const COMMON = ['voirie.nid-de-poule', 'dechets.collecte-oubliee', 'institutions.date-conseil-municipal'] as const;

/** To a colleague, to whoever the department's rules name, or to another department. */
async function planReassign({ town, chance, detail }: Scene, { taskId }: PossibleAct): Promise<Plan> {
  const { department, holder } = detail.route;
  const colleagues = await town.list(`/people?department=${department.id}&role=referent`);
  const departments = await town.list(`/departments?organisation=${detail.organisation}`);
  const other = chance.pick(departments.filter(({ id }) => id !== department.id && id !== 'grc'));
  const colleague = chance.pick(colleagues.filter(({ id }) => id !== holder?.id));
  const way = chance.happens(0.4) && other !== undefined ? { department: other.id } : { holder: colleague?.id };
  const route = taskId === undefined ? `/cases/${detail.caseId}/reassign` : `/tasks/${taskId}/reassign`;
  return { route, body: { ...way, reason: say(chance, 'reassignment') } };
}

async function planOpinion({ town, chance, detail }: Scene, { taskId = '' }: PossibleAct): Promise<Plan> {
  const departments = await town.list(`/departments?organisation=${detail.organisation}`);
  const asked = chance.pick(departments.filter(({ id }) => id !== detail.route.department.id));
  return {
    route: `/tasks/${taskId}/ask-opinion`,
    body: { department: asked?.id ?? '', text: say(chance, 'opinionAsked'), required: chance.happens(0.4) },
  };
}
