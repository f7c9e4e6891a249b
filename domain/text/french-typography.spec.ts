import fc from 'fast-check';
import {
  NO_BREAK_SPACE as NB,
  clockTime,
  agree,
  countOf,
  amountInEuros,
  groupedNumber,
  listOf,
  longDate,
  ordinal,
  plainDate,
  shortDate,
  typeset,
} from './french-typography.js';

describe('typeset', () => {
  it.each([
    ['Bonjour !', `Bonjour${NB}!`],
    ['Bonjour! Ça va? Oui; merci: voilà', `Bonjour${NB}! Ça va${NB}? Oui${NB}; merci${NB}: voilà`],
    ['dit « oui » puis «non»', `dit «${NB}oui${NB}» puis «${NB}non${NB}»`],
    ['demande n° D-2026-00421', `demande n°${NB}D-2026-00421`],
    ['demande n°12', `demande n°${NB}12`],
    ['jeudi 26 novembre 2026', `jeudi 26${NB}novembre 2026`],
    ['le 1er mai', `le 1er${NB}mai`],
    ['ouvert de 9h00 à 16 h 50', `ouvert de 9${NB}h${NB}00 à 16${NB}h${NB}50`],
    ["l'élu d'aujourd'hui", 'l’élu d’aujourd’hui'],
    ['dix  mots', 'dix mots'],
    ['10 jours, 5 %, 12 €, 3 mois', `10${NB}jours, 5${NB}%, 12${NB}€, 3${NB}mois`],
    ['au 03 26 00 00 00.', `au 03${NB}26${NB}00${NB}00${NB}00.`],
    ['1 243 demandes', `1${NB}243 demandes`],
    ['Mme Durand et M. Petit', `Mme${NB}Durand et M.${NB}Petit`],
    ['article L. 232-3', `article L.${NB}232-3`],
  ])('sets %p', (typed, expected) => {
    expect(typeset(typed)).toBe(expected);
  });

  it('leaves times, references and addresses of the web alone', () => {
    const text = 'D-2026-00421, 10:30, https://ville.example/suivi?n=1';
    expect(typeset(text)).toBe(text);
  });

  it('changes nothing in a text already set, whatever it is', () => {
    const pieces = fc.constantFrom(
      'mot',
      ' ',
      ' :',
      '!',
      '?',
      '«',
      '»',
      'n°',
      '12',
      '243',
      ' h ',
      'mai',
      "'",
      'M.',
      '  ',
      NB,
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const once = typeset(words.join(''));
        expect(typeset(once)).toBe(once);
      }),
    );
  });
});

describe('dates and hours in words', () => {
  it('writes the weekday, the day and the month', () => {
    expect(longDate('2026-11-26')).toBe('jeudi 26 novembre 2026');
    expect(longDate('2027-05-01')).toBe('samedi 1er mai 2027');
    expect(longDate('2028-02-29')).toBe('mardi 29 février 2028');
    expect(plainDate('2026-08-02')).toBe('2 août 2026');
    expect(shortDate('2026-08-02')).toBe('02/08/2026');
  });

  it('knows the weekday of every day, as the platform does', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (day) => {
        const weekday = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', timeZone: 'UTC' }).format(day);
        expect(longDate(day.toISOString().slice(0, 10)).split(' ')[0]).toBe(weekday);
      }),
    );
  });

  it.each(['2027-02-29', '2026-13-01', '2026-00-10', '26/11/2026', ''])('refuses %p', (date) => {
    expect(() => longDate(date)).toThrow(RangeError);
  });

  it('writes the hour as the French do', () => {
    expect(clockTime('16:50')).toBe(`16${NB}h${NB}50`);
    expect(clockTime('09:00')).toBe(`9${NB}h`);
    expect(clockTime('00:05')).toBe(`0${NB}h${NB}05`);
    expect(() => clockTime('24:00')).toThrow(RangeError);
  });
});

describe('lists and numbers', () => {
  it('joins the last two with « et »', () => {
    expect(listOf([])).toBe('');
    expect(listOf(['la carte'])).toBe('la carte');
    expect(listOf(['la carte', 'le plan'])).toBe('la carte et le plan');
    expect(listOf(['a', 'b', 'c'])).toBe('a, b et c');
  });

  it('counts in the singular below two', () => {
    expect(countOf(0, 'jour ouvré', 'jours ouvrés')).toBe(`0${NB}jour ouvré`);
    expect(countOf(1, 'jour ouvré', 'jours ouvrés')).toBe(`1${NB}jour ouvré`);
    expect(countOf(2, 'jour ouvré', 'jours ouvrés')).toBe(`2${NB}jours ouvrés`);
    expect(countOf(1243, 'demande', 'demandes')).toBe(`1${NB}243${NB}demandes`);
    expect(countOf(1.9, 'point')).toBe(`1,9${NB}point`);
    expect(countOf(2, 'point')).toBe(`2${NB}points`);
    expect(agree(0, 'est', 'sont')).toBe('est');
    expect(agree(-2, 'est', 'sont')).toBe('sont');
    expect(groupedNumber(1234.5678)).toBe(`1${NB}234,5678`);
    expect(groupedNumber(1234567)).toBe(`1${NB}234${NB}567`);
  });

  it('writes an amount with its cents on two digits, or without any', () => {
    expect([6.9, 12, 1234.5, -0.05, 0.999].map(amountInEuros)).toEqual([
      ...[`6,90${NB}€`, `12${NB}€`, `1${NB}234,50${NB}€`, `−0,05${NB}€`, `1${NB}€`],
    ]);
  });

  it('ranks with the gender', () => {
    expect([ordinal(1, 'masculine'), ordinal(1, 'feminine'), ordinal(2, 'feminine')]).toEqual(['1er', '1re', '2e']);
  });
});
