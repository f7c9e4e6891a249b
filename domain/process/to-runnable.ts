import type { DescribedClock, DescribedStep, ProcessDefinition } from './process-definition.js';
import type { ClockRule, RunnableDefinition, StepDefinition } from './runnable.js';

/** The part of a definition that travels with a case. `hash` is that of the whole definition, texts included. */
export function toRunnable(definition: ProcessDefinition, hash: string): RunnableDefinition {
  return {
    processId: definition.id,
    version: definition.version,
    hash,
    schemaVersion: definition.schemaVersion,
    organisation: definition.organisation,
    department: definition.department,
    sector: definition.sector,
    sensitive: definition.sensitive,
    answerAtOnce: definition.answerAtOnce,
    clocks: definition.clocks.map(clockRule),
    steps: definition.steps.map(withoutTexts),
    reopeningDays: definition.reopeningDays,
  };
}

function clockRule({ basis: _basis, source: _source, ...rule }: DescribedClock): ClockRule {
  return rule;
}

function withoutTexts(step: DescribedStep): StepDefinition {
  if (step.kind !== 'answer') return step;
  return { ...step, opinions: step.opinions.map(({ about: _about, ...opinion }) => opinion) };
}
