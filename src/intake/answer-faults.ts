import { answerFaultText } from '../../domain/request/answer-fault-text.js';
import type { AnswerFault } from '../../domain/request/answers.js';
import type { Fault } from '../http/refusal.js';

/** Faults of answers to a form, as faults of the body that holds them under `answers`. */
export function answerFaults(faults: readonly AnswerFault[]): readonly Fault[] {
  return faults.map((fault) => ({
    pointer: `/answers${fault.pointer}`,
    code: fault.code,
    detail: answerFaultText(fault),
  }));
}
