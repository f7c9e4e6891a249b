import type { TellCitizenEffect } from '../../../domain/case/effect.js';
import { localDateOf } from '../../../domain/time/calendar.js';
import type { Sql } from '../../database/database.js';
import { letterheadOf } from '../../people/organisations.service.js';
import type { CaseContext } from '../case-context.js';
import { missingItemMail, noReplyMail, reopenedMail, withdrawnMail } from './citizen-mails.js';
import type { MailContent } from './mail-content.js';

/** The mail that tells a citizen of one thing that happened; `undefined` where it no longer is so. */
export async function newsOf(
  sql: Sql,
  context: CaseContext,
  effect: TellCitizenEffect,
): Promise<MailContent | undefined> {
  const { caseFile, sheet, definition, followUrl, today } = context;
  const data = {
    organisation: letterheadOf(sheet),
    caseNumber: caseFile.caseNumber,
    title: definition.title,
    followUrl,
  };
  switch (effect.about) {
    case 'missingItem':
      return missingItemNews(sql, context, effect, data);
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

async function missingItemNews(
  sql: Sql,
  context: CaseContext,
  effect: TellCitizenEffect,
  data: CommonData,
): Promise<MailContent | undefined> {
  const asked = context.caseFile.openRequests.find((request) => request.id === effect.openRequest);
  if (asked?.text === undefined || asked.until === undefined) return undefined;
  const [text] = await sql.query<{ body: string | null }>('SELECT body FROM texts WHERE id = $1', [asked.text.id]);
  const items = (text?.body ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter(Boolean);
  if (items.length === 0) return undefined;
  return missingItemMail({ ...data, items, before: asked.until, clock: clockWord(context) });
}

function clockWord({ caseFile }: CaseContext): 'runs' | 'stands' | 'restarts' {
  const rule = caseFile.clocks.find((clock) => clock.rule.kind === 'promise')?.rule.missingItem;
  if (rule === 'restartWhenComplete') return 'restarts';
  return rule === 'runs' || rule === undefined ? 'runs' : 'stands';
}

function reopenUntil({ caseFile, calendar }: CaseContext): { readonly reopenUntil?: string } {
  return caseFile.status.kind === 'closed' ? { reopenUntil: localDateOf(calendar, caseFile.status.reopenUntil) } : {};
}
