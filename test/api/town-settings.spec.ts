import { call } from '../support/desk.js';
import { runningTownHall } from '../support/running-product.js';

interface Organisation {
  readonly id: string;
  readonly version: number;
  readonly footer: string;
  readonly logo?: string;
}
interface Change {
  readonly label: string;
  readonly by: { readonly id: string };
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}
interface Preview {
  readonly version: number;
  readonly outlines: readonly { readonly quartier?: string; readonly area: number; readonly path: string }[];
  readonly kept: readonly string[];
}

const hall = runningTownHall();
afterAll(() => hall.close());

const match = (version: number): { readonly 'if-match': string } => ({ 'if-match': `"${String(version)}"` });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

async function changes(): Promise<readonly Change[]> {
  const { body } = await call<{ items: readonly Change[] }>(await hall.as('admin'), 'GET /settings/changes?limit=200');
  return body.items;
}

describe('what an organisation says of itself', () => {
  const path = '/settings/organisations/ccas';

  it('is changed on the version that was read, and the journal tells who, from what to what', async () => {
    const admin = await hall.as('admin');
    const { body: before, etag } = await call<Organisation>(admin, `GET ${path}`);
    expect(etag).toBe(`"${String(before.version)}"`);
    const { id: _id, version, logo: _logo, ...texts } = before;
    const footer = `CCAS – pied de page ${String(Date.now())}`;
    const changed = await call<Organisation>(admin, `PUT ${path}`, {
      body: { ...texts, footer },
      headers: match(version),
    });
    expect(changed).toMatchObject({ status: 200, body: { footer, version: version + 1 } });
    const late = await call(admin, `PUT ${path}`, { body: { ...texts, footer: 'Autre' }, headers: match(version) });
    expect(late).toMatchObject({ status: 412, body: { current: { footer } } });
    const [line] = await changes();
    expect(line).toMatchObject({
      by: { id: 'p-admin-01' },
      fields: [{ label: 'Pied de page', before: before.footer, after: footer }],
    });
    await call(admin, `PUT ${path}`, { body: texts, headers: match(version + 1) });
  });

  it('is refused with the field that is wrong, and to whoever is no administrator', async () => {
    const admin = await hall.as('admin');
    const { body: before } = await call<Organisation>(admin, `GET ${path}`);
    const { id: _id, version, logo: _logo, ...texts } = before;
    const pale = await call(admin, `PUT ${path}`, { body: { ...texts, colour: '#ffff00' }, headers: match(version) });
    expect(pale.body).toMatchObject({ status: 400, errors: [{ pointer: '/colour' }] });
    const nameless = await call(admin, `PUT ${path}`, { body: { ...texts, name: '' }, headers: match(version) });
    expect(nameless.body).toMatchObject({ status: 400, errors: [{ pointer: '/name' }] });
    expect((await call(admin, 'GET /settings/organisations/nulle-part')).body).toMatchObject({
      code: 'organisation.not-found',
    });
    expect((await call(await hall.as('chef.grc'), `GET ${path}`)).status).toBe(403);
  });

  it('has a logo once it is clean, and none when it is taken away', async () => {
    const admin = await hall.as('admin');
    const { body } = await call<Organisation>(admin, `GET ${path}`);
    const put = (content: string, version: number) =>
      call<Organisation>(admin, `PUT ${path}/logo`, { body: { content: base64(content) }, headers: match(version) });
    const hostile = await put(SVG.replace('<path', '<script>1</script><path'), body.version);
    expect(hostile.body).toMatchObject({ status: 400, errors: [{ pointer: '/content' }] });
    const clean = await put(SVG, body.version);
    expect(clean.body.logo).toBe(`data:image/svg+xml;base64,${base64(SVG)}`);
    expect((await changes())[0]?.fields).toEqual([{ label: 'Logo', before: 'aucun', after: 'SVG, 1 ko' }]);
    const gone = await call<Organisation>(admin, `DELETE ${path}/logo`, { headers: match(clean.body.version) });
    expect(gone.body.logo).toBeUndefined();
  });
});

describe('themes', () => {
  it('have the titles and the order that the town gives them, in every list', async () => {
    const admin = await hall.as('admin');
    interface Themes {
      readonly version: number;
      readonly themes: readonly { readonly id: string; readonly title: string }[];
    }
    const { body: before } = await call<Themes>(admin, 'GET /settings/themes');
    const named = before.themes.map((one) => (one.id === 'voirie' ? { ...one, title: 'Rues et trottoirs' } : one));
    const reversed = [...named].reverse();
    const changed = await call<Themes>(admin, 'PUT /settings/themes', {
      body: { themes: reversed },
      headers: match(before.version),
    });
    expect(changed).toMatchObject({ status: 200, body: { themes: reversed } });
    const shown = await call<readonly { id: string; name: string }[]>(
      await hall.as('ambassadrice1'),
      'GET /processes/themes',
    );
    expect(shown.body.map(({ id }) => id)).toEqual(reversed.map(({ id }) => id));
    expect(shown.body.find(({ id }) => id === 'voirie')?.name).toBe('Rues et trottoirs');
    const short = await call(admin, 'PUT /settings/themes', {
      body: { themes: reversed.slice(1) },
      headers: match(changed.body.version),
    });
    expect(short.body).toMatchObject({ status: 400 });
    await call(admin, 'PUT /settings/themes', {
      body: { themes: before.themes },
      headers: match(changed.body.version),
    });
  });
});

describe('neighbourhoods from a file', () => {
  const feature = (name: string, shift: number): unknown => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [4.36 + shift, 48.95],
          [4.37 + shift, 48.95],
          [4.37 + shift, 48.96],
          [4.36 + shift, 48.95],
        ],
      ],
    },
  });

  it('are looked at first; nothing changes before they are applied, on the version that was looked at', async () => {
    const admin = await hall.as('admin');
    interface Place {
      readonly id: string;
      readonly name: string;
      readonly ring: readonly (readonly number[])[];
    }
    const read = async (): Promise<readonly Place[]> =>
      (await call<{ items: readonly Place[] }>(admin, 'GET /quartiers')).body.items;
    const before = await read();
    const target = before[0]!;
    const content = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature(target.name.toUpperCase(), 0), feature('Ailleurs', 1)],
    });
    const { body } = await call<Preview>(admin, 'POST /settings/quartiers/preview', { body: { content } });
    expect(body.outlines.map(({ quartier }) => quartier)).toEqual([target.name, undefined]);
    expect(body.kept).toHaveLength(before.length - 1);
    expect(await read()).toEqual(before);
    const apply = () => call(admin, 'PUT /settings/quartiers', { body: { content }, headers: match(body.version) });
    expect(await apply()).toMatchObject({ status: 200, body: { applied: 1, version: body.version + 1 } });
    expect((await apply()).status).toBe(412);
    expect((await read()).find(({ id }) => id === target.id)?.ring).toHaveLength(4);
    expect((await changes())[0]).toMatchObject({ label: 'Tracé des quartiers', fields: [{ label: target.name }] });
    const back = JSON.stringify({
      features: [{ properties: { name: target.name }, geometry: { type: 'Polygon', coordinates: [target.ring] } }],
    });
    await call(admin, 'PUT /settings/quartiers', { body: { content: back }, headers: match(body.version + 1) });
    const lambert = content.replaceAll('48.95', '6860000');
    const refused = await call(admin, 'POST /settings/quartiers/preview', { body: { content: lambert } });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ pointer: '/content' }] });
  });
});

describe('the accessibility statement', () => {
  it('is read without an account, and says what an audit found', async () => {
    const admin = await hall.as('admin');
    interface Statement {
      readonly version: number;
      readonly text: string;
      readonly nonConformities: readonly string[];
      readonly state: string;
    }
    const anyone = await fetch(`${hall.api}/api/v1/public/accessibility`);
    const before = (await anyone.json()) as Statement;
    expect(anyone.status).toBe(200);
    const given = {
      text: 'Une déclaration.',
      auditedOn: '2026-10-01',
      rate: 87.5,
      nonConformities: ['Des PDF anciens.'],
    };
    const changed = await call<Statement>(admin, 'PUT /settings/accessibility', {
      body: given,
      headers: match(before.version),
    });
    expect(changed.body).toMatchObject({ ...given, state: 'partiellement conforme', version: before.version + 1 });
    const wrong = await call(admin, 'PUT /settings/accessibility', {
      body: { ...given, rate: 120 },
      headers: match(changed.body.version),
    });
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ pointer: '/rate' }] });
    const { text, nonConformities } = before;
    await call(admin, 'PUT /settings/accessibility', {
      body: { text, nonConformities },
      headers: match(changed.body.version),
    });
  });
});
