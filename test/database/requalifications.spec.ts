import { randomUUID } from 'node:crypto';
import { insertCitizen, insertRequest } from '../../src/database/repositories/intake.repository.js';
import {
  applyRequalification,
  forgetRequalification,
  formerAnswersOf,
  keepRequalification,
} from '../../src/database/repositories/requalifications.repository.js';
import { findRequest, type RequestRecord } from '../../src/database/repositories/requests.repository.js';
import { scratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await scratchDatabase('requalifications');
});

afterAll(() => scratch.drop());

describe('a change of process that was asked', () => {
  it('changes nothing of the request until its command is done, and nothing where it is refused', async () => {
    const { caseId, commandId } = await asked();
    const before = await request(caseId);
    expect(before.answers).toEqual({ a: 'avant' });
    await forgetRequalification(scratch.database, commandId);
    await applyRequalification(scratch.database, commandId);
    expect(await request(caseId)).toEqual(before);
    expect(await formerAnswersOf(scratch.database, caseId)).toEqual([]);
  });

  it('gives the request its new answers once, keeps the old ones, and copies the citizen to the new sector', async () => {
    const { caseId, commandId, citizenId } = await asked();
    await applyRequalification(scratch.database, commandId);
    await applyRequalification(scratch.database, commandId);
    const after = await request(caseId);
    expect(after.answers).toEqual({ b: 'après' });
    expect(after.citizen).toMatchObject({ lastName: 'Essai' });
    expect(after.citizen?.id).not.toBe(citizenId);
    const former = await formerAnswersOf(scratch.database, caseId);
    expect(former.map(({ hash, answers }) => [hash, answers])).toEqual([['h1', { a: 'avant' }]]);
    await forgetRequalification(scratch.database, commandId);
    expect(await formerAnswersOf(scratch.database, caseId)).toHaveLength(1);
  });
});

interface Asked {
  readonly caseId: string;
  readonly commandId: string;
  readonly citizenId: string;
}

/** A request of one sector, asked to go to another. */
async function asked(): Promise<Asked> {
  const [caseId, commandId, citizenId] = [randomUUID(), randomUUID(), randomUUID()];
  const place = { organisation: 'ville', sector: 'espace-public' };
  await insertCitizen(scratch.database, { ...place, id: citizenId, lastName: 'Essai' });
  await insertRequest(scratch.database, {
    ...place,
    id: randomUUID(),
    caseId,
    channel: 'telephone',
    words: 'Un essai',
    answers: { a: 'avant' },
    receivedAt: new Date(),
    trackingCode: 'ABCD',
    actor: 'p-amb-01',
    clientKey: randomUUID(),
    bodyHash: 'x',
    citizenId,
  });
  await keepRequalification(scratch.database, {
    commandId,
    caseId,
    organisation: 'ccas',
    sector: 'solidarite',
    answers: { b: 'après' },
    citizenId: randomUUID(),
    fromHash: 'h1',
    by: 'p-amb-01',
  });
  return { caseId, commandId, citizenId };
}

async function request(caseId: string): Promise<RequestRecord> {
  const found = await findRequest(scratch.database, caseId);
  if (found === undefined) throw new Error(`No request of ${caseId}`);
  return found;
}
