import type { FileColumn } from '../text/file-column.js';

/** The columns that such a file may have, in the order of the model to download; only the first must be there. */
export const ACCOUNT_COLUMNS = [
  { name: 'identifiant', help: 'Celui de la connexion ; il reconnaît le compte.', example: 'dominique.exemple' },
  { name: 'prénom', help: 'Attendu pour un nouveau compte.', example: 'Dominique' },
  { name: 'nom', help: 'Attendu pour un nouveau compte.', example: 'Exemple' },
  { name: 'courriel', help: 'Attendu pour un nouveau compte.', example: 'dominique.exemple@valmont.example' },
  { name: 'téléphone', help: 'Facultatif.', example: '03 53 01 00 00' },
  { name: 'fonction', help: 'Comme dans les courriers ; attendue pour un nouveau compte.', example: 'Référent voirie' },
  {
    name: 'rôle',
    help: 'Comme dans la liste des rôles : « référent », « responsable de service »…',
    example: 'référent',
  },
  { name: 'organisation', help: 'Son nom ; facultative quand le service ou l’équipe la dit.', example: '' },
  { name: 'pôle', help: 'Son nom, si le rôle vaut pour tout un pôle.', example: '' },
  { name: 'direction', help: 'Son nom, si le rôle vaut pour toute une direction.', example: '' },
  { name: 'service', help: 'Son nom, si le rôle vaut pour un service.', example: 'Voirie' },
  { name: 'équipe', help: 'Son nom, si le rôle vaut pour une seule équipe.', example: '' },
  { name: 'quartiers', help: 'Leurs noms séparés par « | » ; vide : tous.', example: '' },
] as const satisfies readonly FileColumn[];

export type AccountColumnName = (typeof ACCOUNT_COLUMNS)[number]['name'];

/** Beyond, one looks at nothing any more: the file is to be cut. */
export const MOST_ACCOUNT_LINES = 1000;

/** Characters of the longest file read. */
export const LONGEST_ACCOUNTS_FILE = 400_000;
