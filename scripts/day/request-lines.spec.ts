import { readRequestLines } from './request-lines.js';

const sound = {
  channel: 'telephone',
  words: 'Y a un trou devant chez moi',
  answers: {},
  replyChannel: 'none',
  saidAt: '09:04',
};

describe('the lines of a file of requests', () => {
  it('are taken with their number, empty ones left out', () => {
    const { requests, faulty } = readRequestLines(`${JSON.stringify(sound)}\n\n${JSON.stringify(sound)}\r\n`);
    expect(requests.map(({ source }) => source)).toEqual(['ligne 1', 'ligne 3']);
    expect(faulty).toEqual([]);
  });

  it('are refused one by one, and the others go on', () => {
    const text = ['{', '[]', JSON.stringify(sound), JSON.stringify({ ...sound, saidAt: '25:00' })].join('\n');
    const { requests, faulty } = readRequestLines(text);
    expect(requests.map(({ source }) => source)).toEqual(['ligne 3']);
    expect(faulty.map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it.each([
    ['channel', { channel: 'pigeon' }],
    ['words', { words: ' ' }],
    ['answers', { answers: [] }],
    ['replyChannel', { replyChannel: undefined }],
    ['ville', { ville: 'Valmont' }],
  ])('name what is wrong with %s', (key, change) => {
    const { faulty } = readRequestLines(JSON.stringify({ ...sound, ...change }));
    expect(faulty[0]?.fault).toContain(key);
  });
});
