import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { firstOpenDay, instantAt, type Calendar } from '../../domain/time/calendar.js';
import { DAY, MINUTE } from '../../domain/time/instant.js';
import { addDays, dayAt, type LocalDate } from '../../domain/time/local-date.js';
import { PersonDirectory } from '../../src/auth/person-directory.js';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { putCalendarsInForce } from '../../src/calendar/put-calendars-in-force.js';
import type { CatalogService } from '../../src/catalog/catalog.service.js';
import { readConfig } from '../../src/config/env.js';
import { chooseChannels } from '../../src/database/repositories/notification-channels.repository.js';
import { insertTown } from '../../src/database/repositories/town.repository.js';
import { AskedService } from '../../src/notices/asked.service.js';
import { ChosenMails } from '../../src/notices/chosen-mails.js';
import { NewsService } from '../../src/notices/news.service.js';
import { NoticeMailer } from '../../src/notices/notice-mailer.js';
import { ReplacementNotices } from '../../src/notices/replacement-notices.js';
import { DirectoryService } from '../../src/people/directory.service.js';
import { OrganisationsService } from '../../src/people/organisations.service.js';
import { readTown } from '../../src/town/read-town.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

/** The days are counted from today, because what is older than a month is no news; the hour is given. */
const TODAY = dayAt(Math.floor(Date.now() / DAY));
const CHEF = 'p-chef-voirie';
const ANSWER = '00000000-0000-7000-8000-000000000001';
const NOTED = '00000000-0000-7000-8000-000000000002';

let scratch: ScratchDatabase;
let server: SMTPServer;
let takesMail = true;
const received: ParsedMail[] = [];
let mailer: NoticeMailer;
let mails: ChosenMails;
let calendar: Calendar;
let replacements: ReplacementNotices;
let forget: () => void;

beforeAll(async () => {
  scratch = await scratchDatabase('digest');
  const { database } = scratch;
  await database.transaction(async (sql) => {
    await insertTown(sql, readTown(path.resolve('town/demo')));
    await putCalendarsInForce(sql, TODAY);
    await sql.query('DELETE FROM absences');
  });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => {
      done(takesMail ? null : Object.assign(new Error('later'), { responseCode: 451 }));
    },
    onData: (stream, _session, done) => {
      void simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const config = readConfig({
    ...process.env,
    DATABASE_URL: scratch.url,
    SMTP_URL: `smtp://127.0.0.1:${String(port)}`,
  });
  const calendars = new CalendarService(database);
  await calendars.onModuleInit();
  calendar = Object.values((await calendars.current()).calendars)[0]!;
  mailer = new NoticeMailer(new OrganisationsService(database), calendars, config);
  const [people, directory] = [new PersonDirectory(database), new DirectoryService(database)];
  const catalog = { titles: () => Promise.resolve(new Map([['voirie.nid-de-poule', 'Nid-de-poule']])) };
  replacements = new ReplacementNotices(database, directory, calendars, catalog as unknown as CatalogService, mailer);
  const asked = new AskedService(database, directory, calendars, replacements);
  mails = new ChosenMails(database, people, calendars, new NewsService(database), asked, mailer);
  forget = () => {
    directory.forget();
  };
  await aCase(ANSWER, 'D-2026-90001', 'Nid-de-poule');
  await aCase(NOTED, 'D-2026-90002', 'Lampadaire éteint');
  await database.query(
    `INSERT INTO tasks (id, case_id, kind, role, organisation, department, sector, sensitive, holder, process_id, opened_at, due_on)
     VALUES ($1 || '.t1', $1::uuid, 'answer', 'referent', 'ville', 'voirie', 'general', false, $2, 'voirie.nid-de-poule',
       now() - interval '1 hour', '2026-12-04')`,
    [ANSWER, CHEF],
  );
  await database.query(
    `WITH note AS (INSERT INTO notes (id, case_id, organisation, sector, author, body, created_at, client_key)
       VALUES ($1, $2, 'ville', 'general', 'p-dgs', 'Mme Exemple est fâchée.', now() - interval '1 hour', 'k') RETURNING id)
     INSERT INTO note_mentions (note_id, person_id, case_id, organisation, sector) SELECT id, $3, $2, 'ville', 'general' FROM note`,
    [randomUUID(), NOTED, CHEF],
  );
});

afterAll(async () => {
  mailer.onApplicationShutdown();
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
  await scratch.drop();
});

beforeEach(async () => {
  received.length = 0;
  takesMail = true;
  await scratch.database.query('DELETE FROM notification_channels');
});

async function aCase(id: string, number: string, title: string): Promise<void> {
  await scratch.database.query(
    `INSERT INTO case_files (case_id, case_number, process_id, process_version, process_hash, title, theme, organisation, department,
       team, sector, sensitive, channel, status, step, holders, involved, teams, received_at, opened_at, revision, updated_at, case_file)
     VALUES ($1, $2, 'voirie.nid-de-poule', 1, '', $3, 'voirie', 'ville', 'voirie', '', 'general', false, 'telephone', 'open',
       'answer', '{}', ARRAY[$4], '{}', now(), now(), 0, now(), '{}')`,
    [id, number, title, CHEF],
  );
}

async function choose(channels: Parameters<typeof chooseChannels>[2]): Promise<void> {
  await chooseChannels(scratch.database, CHEF, channels);
  await scratch.database.query(
    `UPDATE notification_channels SET mailed_until = now() - interval '2 hours', digested_until = now() - interval '2 hours'`,
  );
}

const openDay = (from: LocalDate): LocalDate => firstOpenDay(calendar, from)!;
const at = (day: LocalDate, hours: number, minutes: number): number => instantAt(calendar, day, hours * 60 + minutes);

describe('the digest of the morning', () => {
  it('leaves at 8:30 of an open day, once, with what is new, and without what a citizen or a note says', async () => {
    await choose({ action: 'digest', mention: 'digest', information: 'none' });
    const day = openDay(addDays(TODAY, 1));
    await mails.sendDigests(at(day, 8, 29));
    expect(received).toEqual([]);
    await Promise.all([mails.sendDigests(at(day, 8, 30)), mails.sendDigests(at(day, 8, 30))]);
    const [mail, ...others] = received;
    expect(others).toEqual([]);
    expect(mail?.subject?.replaceAll(/\s/g, ' ')).toBe(
      'Votre point du matin : 1 demande à traiter, du nouveau sur 1 demande',
    );
    expect(mail?.text).toContain('D-2026-90001');
    expect(mail?.text).toContain(`/taches/${ANSWER}.t1`);
    expect(mail?.text).toContain('D-2026-90002');
    expect(mail?.text).toContain('Une note interne vous nomme');
    expect(mail?.text).not.toContain('Exemple');
    await mails.sendDigests(at(day, 9, 0));
    await mails.sendDigests(at(openDay(addDays(day, 1)), 8, 30));
    expect(received).toHaveLength(1);
  });

  it('does not leave on a day on which the town hall is closed', async () => {
    await choose({ action: 'digest', mention: 'digest', information: 'digest' });
    const days = [1, 2, 3, 4, 5, 6, 7].map((n) => addDays(TODAY, n));
    const closed = days.filter((day) => openDay(day) !== day);
    expect(closed.length).toBeGreaterThanOrEqual(2);
    for (const day of closed) await mails.sendDigests(at(day, 8, 30));
    expect(received).toEqual([]);
  });

  it('is tried again while the mail server takes nothing', async () => {
    await choose({ action: 'digest', mention: 'none', information: 'none' });
    const day = openDay(addDays(TODAY, 1));
    takesMail = false;
    await mails.sendDigests(at(day, 8, 30));
    takesMail = true;
    await mails.sendDigests(at(day, 8, 31));
    expect(received).toHaveLength(1);
  });

  it('tells only the levels for which it was chosen', async () => {
    await choose({ action: 'mail', mention: 'digest', information: 'application' });
    await mails.sendDigests(at(openDay(addDays(TODAY, 1)), 8, 30));
    expect(received.map(({ text }) => text?.includes('D-2026-90001'))).toEqual([false]);
  });
});

describe('a mail at once', () => {
  it('leaves in opening hours, once for what happened', async () => {
    await choose({ action: 'digest', mention: 'mail', information: 'application' });
    const day = openDay(addDays(TODAY, 1));
    await mails.sendNews(at(day, 3, 0));
    expect(received).toEqual([]);
    const morning = at(day, 10, 0);
    await mails.sendNews(morning);
    await mails.sendNews(morning + MINUTE);
    expect(received.map(({ subject }) => subject?.replaceAll(/\s/g, ' '))).toEqual(['Du nouveau : D-2026-90002']);
  });
});

describe('an absence that begins', () => {
  const ABSENT = 'p-voirie-02';
  const text = (): readonly string[] => received.map((mail) => (mail.text ?? '').replaceAll(/\s+/g, ' '));
  let day: LocalDate;

  /** Away from the day before that day, replaced by the head of roads. */
  async function declare(id: string, processes: readonly string[] | null = null): Promise<void> {
    await scratch.database.query(
      `INSERT INTO absences (id, person_id, from_date, to_date, substitutes, processes)
       VALUES ($1, $2, $3::date - 1, $3::date + 1, ARRAY[$4], $5)`,
      [id, ABSENT, day, CHEF, processes],
    );
    forget();
  }

  beforeEach(async () => {
    day = openDay(addDays(TODAY, 1));
    await scratch.database.query('DELETE FROM absences');
    forget();
  });

  it('is told to whoever acts, by mail in opening hours, once, also where it was declared while it lasted', async () => {
    await declare('a-1');
    await replacements.note(at(day, 3, 0));
    await replacements.sendMails(at(day, 3, 5));
    expect(received).toEqual([]);
    await Promise.all([replacements.sendMails(at(day, 10, 0)), replacements.sendMails(at(day, 10, 0))]);
    await replacements.note(at(day, 10, 1));
    await replacements.sendMails(at(day, 10, 5));
    expect(received.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Vous remplacez /)]);
    expect(received[0]?.to).toMatchObject({ text: expect.stringContaining('@') as string });
  });

  it('is not told before it begins', async () => {
    const next = openDay(addDays(day, 1));
    await scratch.database.query(
      `INSERT INTO absences (id, person_id, from_date, to_date, substitutes) VALUES ('a-5', $1, $2, $2, ARRAY[$3])`,
      [ABSENT, next, CHEF],
    );
    forget();
    await replacements.note(at(day, 9, 0));
    await replacements.sendMails(at(day, 10, 0));
    expect(received).toEqual([]);
    await replacements.note(at(next, 0, 1));
    await replacements.sendMails(at(next, 10, 0));
    expect(received).toHaveLength(1);
  });

  it('waits two minutes before its mail, which names nobody of whom one was told already', async () => {
    await declare('a-6', ['voirie.nid-de-poule']);
    await replacements.note(at(day, 9, 0));
    await replacements.sendMails(at(day, 9, 30));
    received.length = 0;
    await scratch.database.query(
      `INSERT INTO absences (id, person_id, from_date, to_date, substitutes) VALUES ('a-7', 'p-voirie-03', $1, $1, ARRAY[$2])`,
      [day, CHEF],
    );
    forget();
    await replacements.note(at(day, 10, 0));
    await scratch.database.query(`UPDATE replacement_notices SET told_at = to_timestamp($1) WHERE absence_id = 'a-7'`, [
      at(day, 10, 0) / 1000,
    ]);
    await replacements.sendMails(at(day, 10, 1));
    expect(received).toEqual([]);
    await replacements.sendMails(at(day, 10, 3));
    expect(received).toHaveLength(1);
    expect(text()[0]).not.toContain('Nid-de-poule');
  });

  it('is not told by mail where it was taken back before the town hall opened', async () => {
    await declare('a-2');
    await replacements.note(at(day, 3, 0));
    await scratch.database.query('UPDATE absences SET to_date = $1::date - 1', [day]);
    forget();
    await replacements.sendMails(at(day, 10, 0));
    expect(received).toEqual([]);
  });

  it('is tried again while the mail server takes nothing', async () => {
    await declare('a-3');
    await replacements.note(at(day, 9, 0));
    takesMail = false;
    await replacements.sendMails(at(day, 10, 0));
    takesMail = true;
    await replacements.sendMails(at(day, 10, 1));
    expect(received).toHaveLength(1);
  });

  it('is told in the digest of the morning to whoever chose it for what is asked of them, and not by a mail of its own', async () => {
    await choose({ action: 'digest', mention: 'none', information: 'none' });
    await declare('a-4', ['voirie.nid-de-poule']);
    await scratch.database.query('UPDATE tasks SET open = false');
    await replacements.note(at(day, 3, 0));
    await replacements.sendMails(at(day, 10, 0));
    expect(received).toEqual([]);
    await mails.sendDigests(at(day, 8, 30));
    await mails.sendDigests(at(openDay(addDays(day, 1)), 8, 30));
    await scratch.database.query('UPDATE tasks SET open = true');
    expect(received.map(({ subject }) => subject?.replaceAll(/\s/g, ' '))).toEqual([
      'Votre point du matin : 1 remplacement',
    ]);
    expect(text()[0]).toContain('pour : Nid-de-poule');
  });
});
