import type { Remedies, ReplyTemplates } from '../../domain/process/process-definition.js';
import type { Answers } from '../../domain/request/answers.js';
import { isMet } from '../../domain/request/condition.js';
import type { OrganisationSheet } from '../town/town.js';
import { renderReplyTemplate } from './reply-template.js';

/** How this request can be contested: what was answered may change the judge, or leave nothing to contest. */
export function remediesFor(replies: ReplyTemplates, answers: Answers): Remedies {
  return replies.remediesByAnswer?.find(({ when }) => isMet(when, answers)) ?? replies;
}

/** A text of remedies, with the court and the authority of the organisation. */
export function fillRemedy(template: string, sheet: OrganisationSheet): string {
  return renderReplyTemplate(template, { tribunal: sheet.tribunal.name, recours_a: sheet.letters.graciousAppealTo });
}
