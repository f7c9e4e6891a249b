import type { StepKind } from '../process/runnable.js';
import { answer } from './answer.js';
import { assignment } from './assignment.js';
import { endorsement } from './endorsement.js';
import { inspection } from './inspection.js';
import { qualification } from './qualification.js';
import { reply } from './reply.js';
import { signature } from './signature.js';
import type { StepHandler } from './step-kind.js';

/** The table kind → handler. An incomplete table is a type error. */
export const STEP_HANDLERS = {
  qualification,
  assignment,
  inspection,
  answer,
  endorsement,
  signature,
  reply,
} satisfies { readonly [K in StepKind]: StepHandler<K> };
