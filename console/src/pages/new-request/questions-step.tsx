import type { ReactNode } from 'react';
import type { ProcessSheetDto } from '../../api/schema/types.generated.js';
import { LaterProcessForm } from '../../components/process-form/later-process-form.js';
import type { AnswerFault } from '../../components/process-form/validator.js';
import { placeKeyOf, questionsOf } from './request-form.js';
import { StepTitle, type StepProps } from './step.js';

interface QuestionsStepProps extends StepProps {
  readonly sheet: ProcessSheetDto | undefined;
  readonly faults: readonly AnswerFault[];
}

/** ④ The process's own questions. */
export function QuestionsStep({ prefix, form, onChange, onBlur, sheet, faults }: QuestionsStepProps): ReactNode {
  const placeKey = placeKeyOf(sheet);
  if (sheet === undefined || questionsOf(sheet) === 0) return null;
  return (
    <section className="pv-step" aria-labelledby={`${prefix}-step-questions`}>
      <StepTitle id={`${prefix}-step-questions`} rank={4} title={sheet.title} />
      <LaterProcessForm
        key={sheet.hash}
        form={sheet.form}
        idPrefix={`${prefix}-q`}
        value={form.answers}
        faults={faults}
        hidden={placeKey === undefined ? [] : [placeKey]}
        onChange={(answers) => {
          onChange({ answers });
        }}
        onBlur={onBlur}
      />
    </section>
  );
}
