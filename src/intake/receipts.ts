import type { CaseFile } from '../../domain/case/case-file.js';
import { requestOf } from '../../domain/case/clock.js';
import type { Calendars } from '../../domain/time/calendar.js';
import { countDays } from '../../domain/time/day-count.js';
import type { ReceiptDto } from './receipt.dto.js';

/** What whoever sent a request is told at once: number, secret code, promised date and how it was counted. */
export function receiptOf(
  calendars: Calendars,
  given: { caseFile: CaseFile; trackingCode: string; title: string },
): ReceiptDto {
  const { caseFile, trackingCode, title } = given;
  const promise = caseFile.clocks.find((clock) => clock.rule.kind === 'promise');
  const calendar = promise === undefined ? undefined : calendars[promise.calendar];
  const count = promise === undefined || calendar === undefined ? undefined : countDays(calendar, requestOf(promise));
  return {
    caseId: caseFile.caseId,
    caseNumber: caseFile.caseNumber,
    trackingCode,
    processId: caseFile.definition.processId,
    title,
    receivedAt: new Date(caseFile.receivedAt).toISOString(),
    ...(promise?.promisedOn === undefined ? {} : { promisedOn: promise.promisedOn }),
    days: count?.kind === 'dated' ? count.days : [],
  };
}
