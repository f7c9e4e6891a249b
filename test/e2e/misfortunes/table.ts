import { ABOUT_CITIZENS } from './about-citizens.js';
import { ABSENCES } from './absences.js';
import { BACK_ROOMS } from './back-rooms.js';
import { DEPARTMENTS } from './departments.js';
import type { Form } from './form.js';
import { ON_A_CASE } from './on-a-case.js';
import { THOSE_WHO_ANSWER } from './those-who-answer.js';

/** Every place of the console where somebody writes. */
export const FORMS: readonly Form[] = [
  ...ON_A_CASE,
  ...THOSE_WHO_ANSWER,
  ...ABOUT_CITIZENS,
  ...ABSENCES,
  ...BACK_ROOMS,
  ...DEPARTMENTS,
];
