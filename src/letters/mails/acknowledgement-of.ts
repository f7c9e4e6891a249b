import { localDateOf } from '../../../domain/time/calendar.js';
import { personName } from '../../../domain/people/person-name.js';
import type { CaseContext } from '../case-context.js';
import { letterheadOf } from '../../people/organisations.service.js';
import type { Answers } from '../../../domain/request/answers.js';
import { fillRemedy, remediesFor } from '../remedies.js';
import { acknowledgementMail, type FollowedBy, type Silence } from './acknowledgement-mail.js';
import type { MailContent } from './mail-content.js';

/** The acknowledgement of a case, from what is known of it. */
export function acknowledgementOf(context: CaseContext): MailContent {
  const { caseFile, request, definition, sheet, calendar, followUrl } = context;
  const promise = caseFile.clocks.find((clock) => clock.rule.kind === 'promise');
  const silence = silenceOf(context);
  return acknowledgementMail({
    organisation: letterheadOf(sheet),
    caseNumber: caseFile.caseNumber,
    trackingCode: request.trackingCode,
    followUrl,
    title: definition.title,
    receivedOn: localDateOf(calendar, caseFile.receivedAt),
    ...(promise?.dueOn === undefined ? {} : { promise: { workingDays: promise.rule.limit.n, on: promise.dueOn } }),
    followedBy: followedBy(context),
    ...(silence === undefined ? {} : { silence }),
  });
}

function followedBy({ caseFile, directory, sheet }: CaseContext): FollowedBy {
  const holder = directory.people.find((person) => person.id === caseFile.route.holder);
  const department = directory.departments.find((one) => one.id === caseFile.route.department);
  return {
    ...(holder === undefined || holder.anonymised === true
      ? {}
      : { name: personName(holder), capacity: holder.functionTitle }),
    department: department?.name ?? sheet.shortName,
    addressLines: [...sheet.address.lines, `${sheet.address.postalCode} ${sheet.address.city}`],
    email: sheet.email,
    phone: sheet.phone,
  };
}

/** R112-5 CRPA, 3°: what silence will mean, and from which day. */
function silenceOf({ caseFile, definition, request, sheet }: CaseContext): Silence | undefined {
  const clock = caseFile.clocks.find((one) => one.rule.silenceMeans !== undefined);
  if (clock?.rule.silenceMeans === undefined || clock.dueOn === undefined) return undefined;
  const { remedyOfSilence } = remediesFor(definition.replies, request.answers as Answers);
  return {
    means: clock.rule.silenceMeans,
    on: clock.dueOn,
    court: sheet.tribunal.name,
    ...(remedyOfSilence === undefined ? {} : { remedy: fillRemedy(remedyOfSilence, sheet) }),
  };
}
