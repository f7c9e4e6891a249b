import type { FieldType } from '../process/process-definition.js';

/** What kind of answer a question waits for. */
export const FIELD_TYPE_WORDS: Readonly<Record<FieldType, string>> = {
  shortText: 'une ligne',
  longText: 'texte libre',
  yesNo: 'oui ou non',
  choice: 'un choix',
  multiChoice: 'plusieurs choix',
  number: 'nombre',
  amount: 'somme en euros',
  date: 'date',
  time: 'heure',
  place: 'lieu sur la carte',
  address: 'adresse postale',
  person: 'personne',
  email: 'courriel',
  phone: 'téléphone',
  attachment: 'pièces jointes',
};
