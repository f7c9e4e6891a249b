import { departmentOfTeam } from '../people/directory.js';
import { assertNever } from '../lib/assert-never.js';
import { typeset } from '../text/french-typography.js';
import { timeLimitOf } from './expand-clocks.js';
import type {
  AnswerStepSource,
  ChainSource,
  EndorsementStepSource,
  InspectionStepSource,
  OpinionSource,
  ProcessSource,
  StepSource,
} from './process-definition.generated.js';
import type { DescribedOpinion, DescribedStep } from './process-definition.js';
import type { EndorsementStep, OnChange, ReplyChannel, TimeLimit } from './runnable.js';

const PATROL_TEAM = 'grc.patrouille';

/** Steps in order; the reply is added where it is not written. A name in `chain` must exist. */
export function expandSteps(source: ProcessSource, chains: ReadonlyMap<string, ChainSource>): readonly DescribedStep[] {
  const steps = source.steps.map((step) => expandStep(step, source, chains));
  return steps.some(({ kind }) => kind === 'reply') ? steps : [...steps, { kind: 'reply', by: replyChannels(source) }];
}

function expandStep(step: StepSource, source: ProcessSource, chains: ReadonlyMap<string, ChainSource>): DescribedStep {
  switch (step.kind) {
    case 'qualification':
      return { kind: 'qualification', team: step.team };
    case 'assignment':
      return { kind: 'assignment', team: step.team, byQuartier: step.byQuartier ?? false };
    case 'inspection':
      return expandInspection(step);
    case 'answer':
      return expandAnswer(step);
    case 'endorsement':
      return expandEndorsement(step, chains);
    case 'signature':
      return { kind: 'signature', by: step.by };
    case 'reply':
      return { kind: 'reply', by: step.by ?? replyChannels(source) };
    default:
      return assertNever(step);
  }
}

function expandInspection(step: InspectionStepSource): DescribedStep {
  return {
    kind: 'inspection',
    team: step.team ?? PATROL_TEAM,
    ...(step.when === undefined ? {} : { when: step.when }),
    ...targetOf(step.target),
  };
}

/** Nobody can be written to where the citizen may stay unknown. */
function replyChannels(source: ProcessSource): readonly ReplyChannel[] {
  const known = source.identity === 'required' || source.nature === 'procedure' || source.nature === 'complaint';
  return known ? ['email', 'letter', 'spoken'] : ['email', 'letter', 'spoken', 'none'];
}

function expandAnswer(step: AnswerStepSource): DescribedStep {
  return { kind: 'answer', opinions: (step.opinions ?? []).map(expandOpinion), ...targetOf(step.target) };
}

function expandOpinion(opinion: OpinionSource): DescribedOpinion {
  return {
    department: opinion.department ?? departmentOfTeam(opinion.team),
    team: opinion.team,
    about: typeset(opinion.about),
    required: opinion.required ?? true,
    ...targetOf(opinion.target),
  };
}

function expandEndorsement(step: EndorsementStepSource, chains: ReadonlyMap<string, ChainSource>): EndorsementStep {
  const shared = typeof step.chain === 'string' ? chains.get(step.chain) : undefined;
  const chain = typeof step.chain === 'string' ? (shared?.roles ?? []) : step.chain;
  return { kind: 'endorsement', chain, onChange: onChangeOf(step.onChange ?? shared?.onChange ?? 'askAllAgain') };
}

function onChangeOf(rule: NonNullable<EndorsementStepSource['onChange']>): OnChange {
  return typeof rule === 'string' ? { kind: rule } : { kind: 'askAgain', roles: rule };
}

function targetOf(target: string | undefined): { readonly target?: TimeLimit } {
  return target === undefined ? {} : { target: timeLimitOf(target) };
}
