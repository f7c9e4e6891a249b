import type { OpenRequest } from '../../../domain/case/case-file.js';
import type { TellCitizenEffect } from '../../../domain/case/effect.js';
import { localDateOf } from '../../../domain/time/calendar.js';
import { letterheadOf } from '../../people/organisations.service.js';
import type { CaseContext } from '../case-context.js';
import { missingItemMail, noReplyMail, reopenedMail, withdrawnMail } from './citizen-mails.js';
import type { MailContent } from './mail-content.js';

/** Id of the text in which an agent wrote what is missing, where the news is about that. */
export function textToldBy(context: CaseContext, effect: TellCitizenEffect): string | undefined {
  return effect.about === 'missingItem' ? askedBy(context, effect)?.text?.id : undefined;
}

/**
 * The mail that tells a citizen of one thing that happened; `undefined` where it no longer is so. `text` is the one that
 * `textToldBy` names.
 */
export function newsOf(context: CaseContext, effect: TellCitizenEffect, text?: string): MailContent | undefined {
  const { caseFile, sheet, definition, followUrl, today } = context;
  const data = {
    organisation: letterheadOf(sheet),
    caseNumber: caseFile.caseNumber,
    title: definition.title,
    followUrl,
  };
  switch (effect.about) {
    case 'missingItem':
      return missingItemNews(context, askedBy(context, effect)?.until, { data, text });
    case 'withdrawn':
      return withdrawnMail({ ...data, withdrawnOn: today });
    case 'noCitizenReply':
      return noReplyMail({ ...data, ...reopenUntil(context) });
    case 'reopened': {
      const promise = caseFile.clocks.filter((clock) => clock.rule.kind === 'promise').at(-1);
      return reopenedMail({
        ...data,
        reopenedOn: today,
        ...(promise?.dueOn === undefined ? {} : { promisedOn: promise.dueOn }),
      });
    }
    case 'postponed':
      return undefined;
  }
}

type CommonData = Pick<Parameters<typeof missingItemMail>[0], 'organisation' | 'caseNumber' | 'title' | 'followUrl'>;

function askedBy({ caseFile }: CaseContext, effect: TellCitizenEffect): OpenRequest | undefined {
  return caseFile.openRequests.find((request) => request.id === effect.openRequest);
}

function missingItemNews(
  context: CaseContext,
  before: string | undefined,
  { data, text = '' }: { readonly data: CommonData; readonly text: string | undefined },
): MailContent | undefined {
  if (before === undefined) return undefined;
  const items = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter(Boolean);
  if (items.length === 0) return undefined;
  return missingItemMail({ ...data, items, before, clock: clockWord(context) });
}

function clockWord({ caseFile }: CaseContext): 'runs' | 'stands' | 'restarts' {
  const rule = caseFile.clocks.find((clock) => clock.rule.kind === 'promise')?.rule.missingItem;
  if (rule === 'restartWhenComplete') return 'restarts';
  return rule === 'runs' || rule === undefined ? 'runs' : 'stands';
}

function reopenUntil({ caseFile, calendar }: CaseContext): { readonly reopenUntil?: string } {
  return caseFile.status.kind === 'closed' ? { reopenUntil: localDateOf(calendar, caseFile.status.reopenUntil) } : {};
}
