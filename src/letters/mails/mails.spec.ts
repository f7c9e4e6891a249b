import type { LetterOrganisation } from '../letter-input.js';
import { acknowledgementMail, type AcknowledgementData } from './acknowledgement-mail.js';
import { escalationMail, reminderMail, taskNoticeMail } from './agent-mails.js';
import {
  missingItemMail,
  noReplyMail,
  plainMessageMail,
  reopenedMail,
  replyMail,
  withdrawnMail,
} from './citizen-mails.js';
import { transmissionMail } from './transmission-mail.js';
import type { MailContent } from './mail-content.js';

const ORGANISATION: LetterOrganisation = {
  name: 'Ville de Valmont-sur-Marne',
  logoText: 'Valmont-sur-Marne',
  addressLines: ['1 place de l’Hôtel-de-Ville', '51999 Valmont-sur-Marne'],
  phone: '03 26 00 00 00',
  email: 'mairie@valmont.example',
  place: 'Valmont-sur-Marne',
};

const CASE = {
  organisation: ORGANISATION,
  caseNumber: 'D-2026-00421',
  title: 'Signaler un nid-de-poule',
  followUrl: 'https://valmont.example/suivi',
};

const TASK = {
  organisation: ORGANISATION,
  caseNumber: 'D-2026-00421',
  title: 'Signaler un nid-de-poule',
  dueOn: '2026-11-26',
  taskUrl: 'https://parvis.example/taches/1',
};

const WITHOUT_PROMISE: AcknowledgementData = {
  ...CASE,
  trackingCode: 'K7QD-M2XA',
  receivedOn: '2026-11-12',
  followedBy: {
    name: 'Camille Dubreuil',
    capacity: 'technicienne',
    department: 'Voirie',
    addressLines: ['2 rue des Ateliers', '51999 Valmont-sur-Marne'],
    email: 'voirie@valmont.example',
    phone: '03 26 00 00 12',
  },
};

const ACKNOWLEDGEMENT: AcknowledgementData = { ...WITHOUT_PROMISE, promise: { workingDays: 10, on: '2026-11-26' } };

const RENDERED = {
  mailSubject: 'Votre demande',
  mailText: 'Madame,\n\nLe trou est rebouché.',
  mailHtml: '<p>Madame,</p>',
};

/** One mail of each kind, as full as it can be. */
const ALL: readonly (readonly [string, MailContent])[] = [
  [
    'acknowledgement',
    acknowledgementMail({
      ...ACKNOWLEDGEMENT,
      silence: { means: 'rejection', on: '2027-01-12', court: 'tribunal administratif de Valmont' },
    }),
  ],
  [
    'missing item',
    missingItemMail({
      ...CASE,
      items: ['une photo', 'l’adresse'],
      remark: 'La photo est floue.',
      before: '2026-12-01',
      clock: 'stands',
    }),
  ],
  ['withdrawal', withdrawnMail({ ...CASE, withdrawnOn: '2026-11-20' })],
  [
    'transmission',
    transmissionMail({
      ...CASE,
      receivedOn: '2026-11-12',
      words: 'Le trou est sur la départementale.\n\nMerci de passer.',
      place: 'Route de Reims',
      answers: [{ label: 'Y a-t-il un danger\u00a0?', text: 'oui' }],
      author: { lines: ['Adèle Exemple', '12 rue des Tilleuls'], email: 'adele@exemple.fr', phone: '03 53 01 99 99' },
      attached: ['photo.jpg'],
      onRequest: ['plan.pdf'],
      blocked: ['facture.docx'],
    }),
  ],
  ['no reply', noReplyMail({ ...CASE, askedOn: '2026-11-01', reopenUntil: '2026-12-31' })],
  ['reopening', reopenedMail({ ...CASE, reopenedOn: '2026-12-01', promisedOn: '2026-12-15' })],
  ['reply', replyMail({ ...CASE, letter: RENDERED, reopenUntil: '2026-12-31' })],
  ['plain message', plainMessageMail({ ...CASE, text: 'Nous passons jeudi.\n\nMerci de dégager la voie.' })],
  ['message kept under secrecy', plainMessageMail(CASE)],
  ['task', taskNoticeMail({ ...TASK, asked: 'answer', forTeam: 'Voirie – Chaussée' })],
  ['reminder', reminderMail({ ...TASK, level: 'half' })],
  ['escalation', escalationMail({ ...TASK, department: 'Voirie' })],
];

const unset = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/(?<!\n)\n(?=\S)/g, ' ');

describe.each(ALL)('the mail of %s', (_kind, mail) => {
  it('is set as French is, without holes', () => {
    expect(mail.text).not.toMatch(/ [:;?!»]|« | {2}\S|\n{3}|undefined|null/);
    expect(mail.text).not.toMatch(/\d (?:janvier|novembre|décembre|jours?)/);
    expect(mail.text).not.toContain("'");
    expect(mail.subject).not.toMatch(/[\r\n]| [:;?!]/);
    expect(Math.max(...mail.text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('says in HTML what the text says, for a screen reader too', () => {
    expect(mail.html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(mail.html).toContain('<main');
    expect(mail.html).not.toMatch(/<img|<script|<table|https?:\/\/(?!valmont|parvis|www\.telerecours)/);
    const words = (text: string): string[] => text.toLocaleLowerCase('fr').match(/\p{L}{3,}/gu) ?? [];
    const inHtml = new Set(words(mail.html.replaceAll('&#160;', ' ')));
    if (_kind !== 'reply') expect(words(mail.text).filter((word) => !inHtml.has(word))).toEqual([]);
  });

  it('ends with the town’s name and telephone', () => {
    expect(unset(mail.text)).toMatch(/Ville de Valmont-sur-Marne.* Tél\. : 03 26 00 00 00 mairie@valmont\.example\n$/s);
  });
});

describe('acknowledgementMail', () => {
  it('gives number, code, promised date in words, and who follows', () => {
    const mail = acknowledgementMail(ACKNOWLEDGEMENT);
    const text = unset(mail.text);
    expect(unset(mail.subject)).toBe('Nous avons reçu votre demande n° D-2026-00421');
    expect(text).toContain(
      'Votre demande n° D-2026-00421 (Signaler un nid-de-poule) a été reçue le jeudi 12 novembre 2026.',
    );
    expect(text).toContain('dans un délai de 10 jours ouvrés, soit au plus tard le jeudi 26 novembre 2026.');
    expect(text).toContain('Camille Dubreuil, technicienne Voirie 2 rue des Ateliers');
    expect(text).toContain('Code de suivi : K7QD-M2XA');
    expect(text).not.toMatch(/défaut de réponse|manque/i);
  });

  it('counts one working day in the singular, and promises nothing when nothing is promised', () => {
    const one = acknowledgementMail({ ...ACKNOWLEDGEMENT, promise: { workingDays: 1, on: '2026-11-13' } });
    expect(unset(one.text)).toContain('dans un délai de 1 jour ouvré, soit');
    expect(acknowledgementMail(WITHOUT_PROMISE).text).not.toMatch(/engageons|plus tard/);
  });

  it('keeps the name of a protected agent out', () => {
    const mail = acknowledgementMail({
      ...ACKNOWLEDGEMENT,
      followedBy: { department: 'Police municipale', phone: '03 26 00 00 17' },
    });
    expect(unset(mail.text)).toContain('QUI S’EN OCCUPE\n\nPolice municipale Tél. : 03 26 00 00 17');
    expect(mail.text).not.toContain('Camille');
  });

  it('says what silence means, each its own way', () => {
    const silence = (means: 'acceptance' | 'rejection'): string =>
      unset(
        acknowledgementMail({
          ...ACKNOWLEDGEMENT,
          silence: { means, on: '2027-01-12', court: 'tribunal administratif de Valmont' },
        }).text,
      );
    expect(silence('rejection')).toContain(
      'votre demande, si elle est complète, sera réputée rejetée le mardi 12 janvier 2027. Vous pourrez alors, dans un délai de deux mois, saisir le tribunal administratif de Valmont, par courrier ou sur www.telerecours.fr.',
    );
    expect(silence('acceptance')).toContain(
      'sera réputée acceptée le mardi 12 janvier 2027. Vous pourrez en demander l’attestation (article L. 232-3',
    );
    expect(silence('acceptance')).not.toContain('tribunal');
  });

  it('says the remedy of the process where it is another than the administrative court', () => {
    const remedy = 'Vous pourrez alors saisir le médiateur de l’eau.';
    const silence = {
      means: 'rejection',
      on: '2027-01-12',
      court: 'tribunal administratif de Valmont',
      remedy,
    } as const;
    const text = unset(acknowledgementMail({ ...ACKNOWLEDGEMENT, silence }).text);
    expect(text).toContain('sera réputée rejetée le mardi 12 janvier 2027.\n\nVous pourrez alors saisir le médiateur');
    expect(text).not.toContain('tribunal');
  });

  it('lists what is missing and until when', () => {
    const missing = { items: ['une photo', 'un plan'], before: '2026-12-01' };
    const text = unset(acknowledgementMail({ ...ACKNOWLEDGEMENT, missing }).text);
    expect(text).toContain(
      'il manque :\n\n- une photo - un plan\n\nMerci de nous les adresser avant le mardi 1er décembre 2026.',
    );
    const one = acknowledgementMail({ ...ACKNOWLEDGEMENT, missing: { ...missing, items: ['une photo'] } });
    expect(one.text).toContain('Merci de nous l’adresser');
  });
});

describe('missingItemMail', () => {
  it('agrees with the number of items, and says what the clock does', () => {
    const base = { ...CASE, before: '2026-12-01', clock: 'runs' } as const;
    const one = missingItemMail({ ...base, items: ['une photo'] });
    expect(unset(one.subject)).toBe('Votre demande n° D-2026-00421 : il nous manque un élément');
    expect(unset(one.text)).toContain('Merci de l’envoyer avant le mardi 1er décembre 2026, sur la page');
    expect(unset(one.text)).toContain('ne change pas');
    const two = missingItemMail({ ...base, items: ['une photo', 'un plan'], clock: 'stands' });
    expect(unset(two.subject)).toContain('des éléments');
    expect(unset(two.text)).toContain('Merci de les envoyer');
    expect(unset(two.text)).toContain('le délai de réponse est suspendu ;');
    expect(unset(missingItemMail({ ...base, items: ['x'], clock: 'restarts' }).text)).toContain(
      'le jour où votre demande sera complète',
    );
  });

  it('keeps a remark inert', () => {
    const mail = missingItemMail({
      ...CASE,
      items: ['x'],
      before: '2026-12-01',
      clock: 'runs',
      remark: '<a href="https://mal.example">ici</a>',
    });
    expect(mail.html).not.toContain('<a href="https://mal');
  });
});

describe('what became of the request', () => {
  it('passes it on whole, with the law and the day from which silence counts', () => {
    const text = unset(ALL.find(([kind]) => kind === 'transmission')?.[1].text ?? '');
    expect(text).toContain('Nous avons reçu le jeudi 12 novembre 2026 la demande ci-dessous');
    expect(text).toContain('comme le prévoit l’article L. 114-2');
    expect(text).toContain('Si votre silence vaut rejet, le délai court depuis le jeudi 12 novembre 2026');
    expect(text).toContain('Lieu : Route de Reims');
    expect(text).toContain('Y a-t-il un danger ? oui');
    expect(text).toContain('PIÈCE JOINTE\n\n- photo.jpg');
    expect(text).toContain('À VOTRE DISPOSITION\n\n- plan.pdf');
  });

  it('tells the authority where nobody signed the request', () => {
    const anonymous = {
      ...CASE,
      receivedOn: '2026-11-12',
      words: 'Un trou.',
      answers: [],
      attached: [],
      onRequest: [],
      blocked: [],
    };
    expect(transmissionMail({ ...anonymous, author: { lines: [] } }).text).toContain('Demande anonyme.');
  });

  it('tells how to take up again a case closed for want of an answer', () => {
    expect(unset(noReplyMail({ ...CASE, askedOn: '2026-11-01', reopenUntil: '2026-12-31' }).text)).toContain(
      'jusqu’au jeudi 31 décembre 2026',
    );
    expect(noReplyMail({ ...CASE, askedOn: '2026-11-01' }).text).toContain('une nouvelle demande');
  });

  it('says when a reopened case will be answered, if it is known', () => {
    expect(unset(reopenedMail({ ...CASE, reopenedOn: '2026-12-01', promisedOn: '2026-12-15' }).text)).toContain(
      'au plus tard le mardi 15 décembre 2026.',
    );
    expect(reopenedMail({ ...CASE, reopenedOn: '2026-12-01' }).text).not.toContain('plus tard');
  });

  it('carries the letter’s own words below the introduction', () => {
    const mail = replyMail({ ...CASE, letter: RENDERED });
    expect(mail.text).toContain('Madame,\n\nLe trou est rebouché.');
    expect(mail.html).toContain('<p>Madame,</p>');
    expect(mail.text).not.toContain('réglé');
  });
});
