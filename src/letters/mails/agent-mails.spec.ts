import type { LetterOrganisation } from '../letter-input.js';
import { escalationMail, reminderMail, taskNoticeMail } from './agent-mails.js';
import type { MailContent } from './mail-content.js';

const ORGANISATION: LetterOrganisation = {
  name: 'Ville de Valmont-sur-Marne',
  logoText: 'Valmont-sur-Marne',
  addressLines: ['51999 Valmont-sur-Marne'],
  place: 'Valmont-sur-Marne',
};

const UNDATED = {
  organisation: ORGANISATION,
  caseNumber: 'D-2026-00421',
  title: 'Signaler un nid-de-poule',
  taskUrl: 'https://parvis.example/taches/1',
};

const TASK = { ...UNDATED, dueOn: '2026-11-26' };

const unset = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/(?<!\n)\n(?=\S)/g, ' ');

describe('mails to agents', () => {
  it('give the reference, the process, the date and the link, and nothing else', () => {
    const body = (mail: MailContent): string => unset(mail.text.split('----')[0] ?? '').trim();
    expect(body(reminderMail({ ...TASK, level: 'end' }))).toBe(
      'Bonjour,\n\nLe délai promis est arrivé à son terme pour cette demande :\n\nD-2026-00421 Signaler un nid-de-poule Échéance : jeudi 26 novembre 2026\n\nOuvrir la demande (https://parvis.example/taches/1)',
    );
    expect(body(taskNoticeMail({ ...UNDATED, asked: 'endorse' }))).toBe(
      'Bonjour,\n\nUne réponse attend votre visa :\n\nD-2026-00421 Signaler un nid-de-poule Sans échéance\n\nOuvrir la demande (https://parvis.example/taches/1)',
    );
    expect(body(escalationMail({ ...TASK, department: 'Voirie' }))).toContain(
      'Le service « Voirie » tient cette demande :',
    );
  });

  it('say how near the end is in their subject', () => {
    const subjects = (['half', 'eightyPercent', 'end', 'itemOverdue'] as const).map((level) =>
      unset(reminderMail({ ...TASK, level }).subject),
    );
    expect(subjects).toEqual([
      'Rappel : D-2026-00421',
      'Rappel, échéance proche : D-2026-00421',
      'Échéance atteinte : D-2026-00421',
      'Sans retour : D-2026-00421',
    ]);
  });
});
