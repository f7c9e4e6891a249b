import { firstOpenDay, instantAt, type Calendar } from '../../domain/time/calendar.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { readConfig } from '../../src/config/env.js';
import { Database } from '../../src/database/database.js';
import { EndingDelegationsJob } from '../../src/delegations/ending-delegations.job.js';
import { NoticeMailer } from '../../src/notices/notice-mailer.js';
import { DirectoryService } from '../../src/people/directory.service.js';
import { OrganisationsService } from '../../src/people/organisations.service.js';
import { day } from '../support/absences.js';
import { call } from '../support/desk.js';
import { mailsTo } from '../support/mail-box.js';
import { runningProduct, runningTownHall } from '../support/running-product.js';
import { eventually } from '../support/town-hall.js';

/** The job of the product, one round when it is asked. */
class Rounds extends EndingDelegationsJob {
  now(): Promise<void> {
    return this.run();
  }
}

const { urls, env } = runningProduct();
const hall = runningTownHall();
const DELEGATE = 'come.rochecombe@valmont.example';
const AUTHORITY = 'nestor.luneclos@valmont.example';
const ARRETE = '2026-AR-9201';
/** No port of a mail server. */
const NOBODY_LISTENS = 'smtp://127.0.0.1:9';

let database: Database;
let calendar: Calendar;
let id: string;

beforeAll(async () => {
  database = await Database.open({ DATABASE_URL: urls.database, DATABASE_POOL: 2 }, 'parvis-test');
  const calendars = Object.values((await new CalendarService(database).current()).calendars);
  calendar = calendars[0]!;
  // To come: the rounds of the product itself, which live today, never see it.
  const body = {
    person: 'p-chef-voirie',
    organisation: 'ville',
    kind: 'signature',
    matters: ['proprete'],
    from: day(40),
    to: day(60),
    arrete: ARRETE,
  };
  ({
    body: { id },
  } = await call<{ id: string }>(await hall.as('admin'), 'POST /delegations', { body }));
});

afterEach(() => jest.restoreAllMocks());

afterAll(async () => {
  await call(await hall.as('admin'), `DELETE /delegations/${id}`);
  await database.close();
  await hall.close();
});

/** One round of a process whose clock says this. */
async function roundAt(now: Instant, smtp = urls.smtp): Promise<void> {
  const config = readConfig({ ...env, SMTP_URL: smtp });
  const calendars = new CalendarService(database);
  const mailer = new NoticeMailer(new OrganisationsService(database), calendars, config);
  jest.spyOn(Date, 'now').mockReturnValue(now);
  try {
    await new Rounds(database, new DirectoryService(database), calendars, mailer).now();
  } finally {
    jest.restoreAllMocks();
    mailer.onApplicationShutdown();
  }
}

async function told(address: string): Promise<number> {
  const mails = await mailsTo(urls.mail, address);
  return mails.filter(({ subject }) => subject.includes(ARRETE)).length;
}

/** Both were told so many times. */
async function bothTold(times: number): Promise<void> {
  await eventually(`both were told ${String(times)} times`, async () => {
    const counts = await Promise.all([DELEGATE, AUTHORITY].map(told));
    return counts.every((count) => count === times) ? true : undefined;
  });
}

it('the end of a delegation is told by mail to both, once, in opening hours; what did not leave is sent again', async () => {
  const open = firstOpenDay(calendar, day(50) as LocalDate)!;
  const [morning, night] = [instantAt(calendar, open, 10 * 60), instantAt(calendar, open, 22 * 60)];
  const early = instantAt(calendar, firstOpenDay(calendar, day(41) as LocalDate)!, 10 * 60);
  await roundAt(early);
  await roundAt(night);
  await roundAt(morning, NOBODY_LISTENS);
  expect(await Promise.all([DELEGATE, AUTHORITY].map(told))).toEqual([0, 0]);
  await roundAt(morning);
  await bothTold(1);
  await roundAt(morning);
  await bothTold(1);
});
