import { incidentInFrench } from './incident-words.js';

describe('an incident in words', () => {
  it('says what did not happen, why, and what it means for the citizen', () => {
    expect(incidentInFrench('sendReply', 'mail.address-refused')).toEqual({
      title: 'La réponse n’est pas partie',
      cause: 'Le serveur de messagerie refuse l’adresse\u00a0: elle est fausse, ou n’existe plus.',
      consequence: 'La réponse est signée mais l’usager ne l’a pas reçue\u00a0: le délai promis court toujours.',
    });
  });

  it('says something useful of what a later version may add', () => {
    expect(incidentInFrench('payFee', 'bank.closed')).toEqual({
      title: 'Une action technique a échoué',
      cause: 'Cause technique\u00a0: bank.closed',
      consequence: 'La demande attend que cette action soit relancée ou abandonnée.',
    });
  });
});
