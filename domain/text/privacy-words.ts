import type { PrivacyOutcome, PrivacyRequestKind } from '../request/privacy-request.js';

export const PRIVACY_KIND_WORDS: Readonly<Record<PrivacyRequestKind, string>> = {
  access: 'Accès à ses données',
  rectification: 'Rectification',
  erasure: 'Effacement',
  limitation: 'Limitation du traitement',
  opposition: 'Opposition',
};

export const PRIVACY_OUTCOME_WORDS: Readonly<Record<PrivacyOutcome, string>> = {
  granted: 'Acceptée',
  partly: 'Acceptée en partie',
  refused: 'Refusée',
};
