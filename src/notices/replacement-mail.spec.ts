import { replacementMail } from './replacement-mail.js';

const organisation = { name: 'Ville de Valmont-sur-Marne', logoText: 'Ville', addressLines: [], place: 'Valmont' };
const paper = { organisation, publicUrl: 'https://parvis.example' };
const camille = { absenceId: 'a-1', name: 'Camille Robert', until: '2026-12-04' };
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('replacementMail', () => {
  it('says whom one replaces, until when, and where their work is', () => {
    const mail = replacementMail({ ...paper, replaced: [camille] });
    expect(mail.subject).toBe('Vous remplacez Camille Robert');
    expect(plain(mail.text)).toContain('Pendant son absence, vous remplacez :');
    expect(plain(mail.text)).toContain('Camille Robert, jusqu’au vendredi 4 décembre 2026 compris');
    expect(mail.text).toContain('https://parvis.example/');
  });

  it('names several, and the work of whoever is replaced in part', () => {
    const yanis = { absenceId: 'a-2', name: 'Yanis Vertebrune', until: '2026-12-02', processes: ['Nid-de-poule'] };
    const mail = replacementMail({ ...paper, replaced: [camille, yanis] });
    expect(plain(mail.subject)).toBe('Vous remplacez 2 collègues');
    expect(plain(mail.text)).toContain('Pendant leur absence');
    expect(plain(mail.text)).toContain(
      'Yanis Vertebrune, jusqu’au mercredi 2 décembre 2026 compris, pour : Nid-de-poule',
    );
  });
});
