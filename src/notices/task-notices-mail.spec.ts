import { taskNoticesMail } from './task-notices-mail.js';

const organisation = { name: 'Ville de Valmont-sur-Marne', logoText: 'Ville', addressLines: [], place: 'Valmont' };
const one = {
  ...{
    id: 'c-1:3',
    kind: 'answer',
    holder: 'p-voirie-03',
    team: null,
    organisation: 'ville',
    processId: 'voirie.nid-de-poule',
  },
  ...{ caseNumber: 'D-2026-00412', title: 'Nid-de-poule', dueOn: '2026-11-26' },
};

describe('taskNoticesMail', () => {
  it('leads to the page of the one task, and says until when', () => {
    const mail = taskNoticesMail({ organisation, publicUrl: 'https://parvis.example', tasks: [one] });
    expect(mail.subject).toContain('D-2026-00412');
    expect(mail.text).toContain('https://parvis.example/taches/c-1%3A3');
    expect(mail.text).toMatch(/26\snovembre\s2026/);
  });

  it('gives several tasks one mail, each with its own link', () => {
    const tasks = [one, { ...one, id: 'c-2:1', kind: 'sign', caseNumber: 'D-2026-00413', dueOn: null }];
    const mail = taskNoticesMail({ organisation, publicUrl: 'https://parvis.example', tasks });
    expect(mail.subject).toBe('2 demandes vous attendent');
    expect(mail.text).toContain('/taches/c-1%3A3');
    expect(mail.text).toContain('/taches/c-2%3A1');
    expect(mail.text).toMatch(/À signer\s:\sD-2026-00413/);
  });
});
