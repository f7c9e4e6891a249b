import { answerFaultText } from '../../domain/request/answer-fault-text.js';
import type { AnswerFault } from '../../domain/request/answers.js';
import { missingSentence, tellsMissing } from '../../domain/text/fault-sentences.js';
import type { Form } from '../../domain/process/process-definition.js';
import type { Fault } from '../http/refusal.js';

/** Faults of answers to a form, as faults of the body that holds them under `answers`. */
export function answerFaults(faults: readonly AnswerFault[], { fields }: Form): readonly Fault[] {
  const labelOf = ({ pointer }: AnswerFault): string =>
    fields.find(({ key }) => key === pointer.split('/')[1])?.label ?? 'Réponse';
  return faults.map((fault) => ({
    pointer: `/answers${fault.pointer}`,
    code: fault.code,
    detail: tellsMissing(fault.code) ? missingSentence(labelOf(fault)) : answerFaultText(fault),
  }));
}
