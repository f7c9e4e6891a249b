import { randomUUID } from 'node:crypto';
import { anyone, aPothole, call, upload } from '../support/desk.js';
import { photographTakenAt } from '../support/files.js';
import { runningTownHall } from '../support/running-product.js';

interface Document {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly point?: { readonly latitude: number; readonly longitude: number };
}

const hall = runningTownHall();
afterAll(() => hall.close());
const note = { content: 'Bonjour, voici le relevé.\n', name: 'Relevé d’été.txt', type: 'text/plain' };

describe('documents', () => {
  it('sent before the case are joined to it, and come back with their name and their type as found', async () => {
    const amb = await hall.as('ambassadrice1');
    const sent = await upload<Document>(amb, '/documents', note);
    expect(sent).toMatchObject({ status: 201, body: { name: note.name, type: 'text/plain' } });
    const { caseId } = await aPothole(hall, { documents: [sent.body.id] });
    const list = await call<{ items: readonly Document[] }>(amb, `GET /cases/${caseId}/documents`);
    expect(list.body.items.map(({ id }) => id)).toEqual([sent.body.id]);
    const read = await call<string>(amb, `GET /documents/${sent.body.id}?as=inline`);
    expect(read).toMatchObject({ status: 200, body: note.content });
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''Relev%C3%A9%20d%E2%80%99%C3%A9t%C3%A9.txt`,
    );
  });

  it('say where a photograph was taken, and show it in small to whoever may read it', async () => {
    const amb = await hall.as('ambassadrice1');
    const photograph = {
      content: new Uint8Array(await photographTakenAt(48.96, 4.37)),
      name: 'trou.jpg',
      type: 'image/jpeg',
    };
    const sent = await upload<Document>(amb, '/documents', photograph);
    expect(sent.body.point?.latitude).toBeCloseTo(48.96, 5);
    expect(sent.body.point?.longitude).toBeCloseTo(4.37, 5);
    const small = await call(amb, `GET /documents/${sent.body.id}/thumbnail`);
    expect(small).toMatchObject({ status: 200, type: 'image/webp' });
    const other = await call(await hall.as('ambassadrice2'), `GET /documents/${sent.body.id}/thumbnail`);
    expect(other.body).toMatchObject({ status: 404, code: 'document.not-found' });
    const headers = { 'if-none-match': `"${sent.body.id}"` };
    for (const path of [`/documents/${sent.body.id}/thumbnail`, `/documents/${sent.body.id}`]) {
      expect((await call(amb, `GET ${path}`, { headers })).status).toBe(304);
      expect((await call(amb, `GET ${path}`, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
      // Whoever sits down at that desk next must not see it because the browser has kept it.
      expect((await call(await hall.as('ambassadrice2'), `GET ${path}`, { headers })).status).toBe(404);
    }
    const text = await upload<Document>(amb, '/documents', note);
    expect(text.body).not.toHaveProperty('point');
    const none = await call(amb, `GET /documents/${text.body.id}/thumbnail`);
    expect(none.body).toMatchObject({ status: 404, code: 'document.no-preview' });
  });

  it('are kept once for a key', async () => {
    const amb = await hall.as('ambassadrice1');
    const { caseId } = await aPothole(hall);
    const key = randomUUID();
    const path = `/cases/${caseId}/documents`;
    const [one, other] = [
      await upload<Document>(amb, path, { ...note, key }),
      await upload<Document>(amb, path, { ...note, key }),
    ];
    expect(other.body.id).toBe(one.body.id);
  });

  it('are refused when they are not what they say, or nothing at all', async () => {
    const amb = await hall.as('ambassadrice1');
    const script = await upload(amb, '/documents', { content: '#!/bin/sh\nls', name: 'photo.jpg', type: 'image/jpeg' });
    expect(script.body).toMatchObject({ status: 415, code: 'document.type-refused' });
    const empty = await upload(amb, '/documents', { content: '', name: 'vide.txt', type: 'text/plain' });
    expect(empty.body).toMatchObject({ status: 422, code: 'document.empty' });
    expect((await call(amb, 'POST /documents', { body: {} })).body).toMatchObject({
      status: 400,
      code: 'document.missing-file',
    });
    const large = await upload(amb, '/documents', {
      content: 'a'.repeat(10_000_001),
      name: 'long.txt',
      type: 'text/plain',
    });
    expect(large.body).toMatchObject({ status: 413, code: 'document.too-large' });
  });

  it('are for those who may read their case, or for the sender while there is none', async () => {
    const amb = await hall.as('ambassadrice1');
    const loose = await upload<Document>(amb, '/documents', note);
    expect((await call(await hall.as('ambassadrice2'), `GET /documents/${loose.body.id}`)).status).toBe(404);
    const { caseId } = await aPothole(hall);
    const kept = await upload<Document>(amb, `/cases/${caseId}/documents`, note);
    expect((await call(await hall.as('elu.culture'), `GET /documents/${kept.body.id}`)).status).toBe(404);
    expect((await call(anyone(hall), `GET /documents/${kept.body.id}`)).status).toBe(401);
  });
});
