import { ADMINISTRATOR } from './administrator.js';
import { AMBASSADOR } from './ambassador.js';
import { CASE } from './case.js';
import { CITIZENS } from './citizens.js';
import { DEPARTMENTS } from './departments.js';
import { DESIGNER } from './designer.js';
import { DUPLICATES } from './duplicates.js';
import { HEAD } from './head.js';
import { NEW_REQUEST } from './new-request.js';
import { REFERENT } from './referent.js';
import type { Screen } from './states.js';
import { VALIDATOR } from './validator.js';

/** Every screen of the console, in each of its states. */
export const SCREENS: readonly Screen[] = [
  ...AMBASSADOR,
  ...NEW_REQUEST,
  ...CASE,
  ...DUPLICATES,
  ...CITIZENS,
  ...REFERENT,
  ...VALIDATOR,
  ...DESIGNER,
  ...HEAD,
  ...ADMINISTRATOR,
  ...DEPARTMENTS,
];
