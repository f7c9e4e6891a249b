/** What each variable is for, for the person who installs the product. Printed when one is missing or malformed. */
export const HELP = {
  NODE_ENV: '« production » en service réel ; sinon « development » ou « test »',
  HOST: 'adresse d’écoute de l’API (127.0.0.1 par défaut)',
  PORT: 'port d’écoute de l’API, de 0 à 65535 (3000 par défaut)',
  PUBLIC_URL:
    'adresse que les agents saisissent, par exemple https://parvis.maville.fr ; en production, obligatoire et en https',
  TRUSTED_PROXIES: 'nombre de serveurs mandataires de confiance devant l’API (0 par défaut)',
  LOG_LEVEL: 'détail des traces : debug, info, warn, error ou silent',
  DATABASE_URL:
    'adresse de la base PostgreSQL, par exemple postgres://utilisateur:secret@hote:5432/parvis ; obligatoire',
  DATABASE_POOL: 'nombre de connexions ouvertes à la base par processus (16 par défaut)',
  TEMPORAL_ADDRESS: 'adresse du serveur Temporal, par exemple temporal.maville.fr:7233',
  TEMPORAL_NAMESPACE: 'espace de noms Temporal (parvis par défaut)',
  TEMPORAL_TLS: 'true pour chiffrer la liaison avec Temporal',
  TEMPORAL_API_KEY: 'clé d’accès à Temporal, si le serveur en demande une',
  TEMPORAL_UI_URL:
    'adresse des écrans de Temporal, par exemple https://temporal.maville.fr ; les incidents y mènent les techniciens',
  SMTP_URL: 'serveur d’envoi des courriels, par exemple smtp://relais.maville.fr:587',
  MAIL_FROM: 'expéditeur des courriels, par exemple Mairie de Maville <mairie@maville.fr>',
  CLAMAV_ADDRESS:
    'adresse de l’antivirus ClamAV (clamd), par exemple clamav:3310 ; sans elle, les fichiers reçus ne sont pas analysés',
  OIDC_ISSUER:
    'adresse du fournisseur d’identité de la ville ; obligatoire en production, où les comptes de démonstration sont refusés',
  OIDC_CLIENT_ID: 'identifiant de Parvis auprès du fournisseur d’identité',
  OIDC_CLIENT_SECRET: 'secret de Parvis auprès du fournisseur d’identité ; obligatoire en production',
  OIDC_CLIENT_AUTH: 'façon de présenter ce secret : client_secret_post ou client_secret_basic',
  OIDC_SCOPES:
    'données demandées au fournisseur, séparées par des espaces ; ProConnect : openid given_name usual_name email uid siret',
  OIDC_PKCE: 'false si le fournisseur refuse les paramètres PKCE',
  OIDC_USERINFO: 'true s’il faut lire l’identité à l’adresse userinfo (ProConnect)',
  OIDC_REAUTHENTICATION:
    'max_age ou prompt (ProConnect) : façon de demander une nouvelle authentification avant de signer',
  OIDC_ACR_VALUES: 'niveau de garantie demandé, si le fournisseur en connaît',
  OIDC_ID_TOKEN_ALG: 'algorithme de signature du jeton d’identité : RS256, ES256, HS256, PS256 ou EdDSA',
  OIDC_LOGIN_CLAIMS: 'données du jeton comparées à l’identifiant de l’agent, séparées par des virgules',
  OIDC_EMAIL_CLAIMS: 'données du jeton comparées à l’adresse professionnelle de l’agent, séparées par des virgules',
  OIDC_SIRETS: 'numéros SIRET acceptés, séparés par des virgules ; vide pour ne pas les vérifier',
  SESSION_SECRET: 'secret d’au moins 32 caractères qui signe les témoins de session ; obligatoire en production',
  DATA_DIR: 'dossier de l’état local : clés du fournisseur d’identité de démonstration',
  DOCUMENTS_DIR: 'dossier des documents et des lettres',
  CATALOG_DIR: 'dossier du catalogue des processus',
  TOWN_DIR: 'dossier des données de la ville',
  CONSOLE_DIR: 'dossier des écrans construits',
  PAUSE_DIR: 'dossier des points d’arrêt des essais de panne ; interdit en production',
  WORKER_CACHED_CASES: 'nombre de dossiers gardés en mémoire par un ouvrier Temporal (300 par défaut)',
  WORKER_HEALTH_PORT: 'port de l’état de santé de l’ouvrier Temporal (3001 par défaut)',
} as const;

export type VariableName = keyof typeof HELP;
