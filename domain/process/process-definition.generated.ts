/* eslint-disable */
/**
 * Generated from process-catalog/schema by `npm run catalog:types`. Do not edit.
 * What a file of the catalogue holds, as it is written; `expand` makes a ProcessDefinition of it.
 */

/**
 * Une étape.
 */
export type StepSource =
  | QualificationStepSource
  | AssignmentStepSource
  | InspectionStepSource
  | AnswerStepSource
  | EndorsementStepSource
  | SignatureStepSource
  | ReplyStepSource;
/**
 * Nom d’un texte de replies/commun.
 */
export type AppealName = string;

/**
 * One of each kind of file.
 */
export interface CatalogSources {
  kind0?: ProcessSource;
  kind1?: SharedFormSource;
  kind2?: ChainSource;
  kind3?: SharedClockSource;
}
/**
 * Un processus du catalogue, tel qu’il est écrit.
 */
export interface ProcessSource {
  /**
   * <thème>.<sujet>, en minuscules sans accent ; le même que le nom du fichier. C’est aussi le type de workflow.
   */
  id: string;
  /**
   * 1 à la création ; on l’augmente par « npm run catalog:bump » quand le sens change.
   */
  version: number;
  /**
   * Une action ou une question, à l’infinitif ou telle que la ville la nomme.
   */
  title: string;
  /**
   * procedure (démarche), report (signalement), information, question, complaint (réclamation).
   */
  nature: 'procedure' | 'report' | 'information' | 'question' | 'complaint';
  /**
   * Personne publique qui répond : ville, agglo ou ccas.
   */
  organisation: 'ville' | 'agglo' | 'ccas';
  /**
   * Identifiant de departments.csv.
   */
  department: string;
  /**
   * Secteur où sont rangées les données de l’usager ; par défaut, celui du thème (themes.csv).
   */
  sector?: string;
  /**
   * true pour l’aide sociale, la santé, l’enfance en danger, les violences, les lanceurs d’alerte, les plaintes contre un agent : le dossier ne sort pas du service.
   */
  sensitive?: boolean;
  /**
   * required (nom et adresse), optional (l’anonymat est permis), none. Par défaut : optional pour report, information et question, sinon required.
   */
  identity?: 'required' | 'optional' | 'none';
  /**
   * Par où la demande peut arriver. Par défaut : teleservice, telephone, frontDesk, letter, email.
   *
   * @minItems 1
   */
  channels?: (
    | 'teleservice'
    | 'telephone'
    | 'frontDesk'
    | 'letter'
    | 'email'
    | 'quartierCouncil'
    | 'neighbourhoodTour'
    | 'selfReferral'
  )[];
  /**
   * Qui peut demander cela.
   */
  audience: string;
  /**
   * Au moins cinq phrases dites ou écrites par des habitants, fautes et raccourcis compris, sans recopier le titre.
   *
   * @minItems 5
   */
  phrasings: string[];
  /**
   * Ce qu’il faut avoir sous la main.
   *
   * @minItems 1
   */
  needed?: string[];
  price?: PriceSource;
  /**
   * Situations où l’on appelle d’abord.
   *
   * @minItems 1
   */
  stoppers?: StopperSource[];
  script: ScriptSource;
  /**
   * Nom d’un fichier de forms/, ou questions propres à ce processus, avec des formulaires partagés inclus avant elles.
   */
  form?: string | FormSource;
  /**
   * La promesse de la ville d’abord, puis les délais légaux.
   *
   * @minItems 1
   */
  clocks: ClockSource[];
  /**
   * Dans l’ordre.
   *
   * @minItems 1
   */
  steps: StepSource[];
  /**
   * Rôles qui peuvent clore au premier contact.
   *
   * @minItems 1
   */
  answerAtOnce?: ('ambassador' | 'headOfCitizenRelations')[];
  /**
   * Ce qui peut être répondu sur le champ, et ce qui ne le peut pas.
   */
  firstContact?: string;
  /**
   * Chemin sous replies/, sans « .md » ; par défaut <thème>/<sujet>.
   */
  replies?: string;
  /**
   * Nom d’un texte de replies/commun joint aux refus, ou un texte selon une réponse du formulaire ; par défaut « recours » pour procedure et complaint, rien sinon.
   */
  appeal?: AppealName | AppealByAnswerSource;
  /**
   * Durée avant effacement des données personnelles ; par défaut 1 an (report), 2 ans (information, question), 5 ans (procedure, complaint).
   */
  retention?: string;
  /**
   * destroy (détruire, par défaut), select (trier), keep (verser aux archives).
   */
  afterRetention?: 'destroy' | 'select' | 'keep';
  /**
   * Temps pendant lequel un dossier clos peut être rouvert ; par défaut 30 jours ; « 0 days » : jamais.
   */
  reopening?: string;
  teleservice?: TeleserviceSource;
  /**
   * Identifiants d’autres processus.
   *
   * @minItems 1
   */
  seeAlso?: string[];
  /**
   * Faits de droit ou d’usage, sourcés et datés.
   *
   * @minItems 1
   */
  facts?: FactSource[];
  /**
   * Logiciel qui instruit la suite (état civil, droit des sols, facturation…) : le dossier n’en garde que la référence.
   */
  legalSoftware?: string;
  /**
   * Distance, en mètres, en deçà de laquelle deux signalements peuvent être le même.
   */
  duplicatesRadius?: number;
  /**
   * true si le signalement peut paraître, anonyme, sur la carte des points chauds.
   */
  publicMap?: boolean;
  season?: SeasonSource;
}
/**
 * Absent : gratuit.
 */
export interface PriceSource {
  /**
   * Clé du tarif, renseigné par la ville.
   */
  tariff?: string;
  /**
   * De quoi dépend le prix.
   */
  note: string;
}
/**
 * Un danger qui passe avant la démarche : le numéro s’affiche en premier.
 */
export interface StopperSource {
  /**
   * La situation.
   */
  when: string;
  /**
   * Numéro national (« 112 ») ou clé d’un numéro de la ville (« ville.astreinte »), que la ville renseigne.
   */
  number: string;
  /**
   * Ce qu’on dit à l’usager, tout de suite.
   */
  say: string;
}
/**
 * Ce que dit et demande la personne qui reçoit l’usager.
 */
export interface ScriptSource {
  /**
   * Première phrase, si elle est propre à ce sujet.
   */
  opening?: string;
  /**
   * Dans l’ordre où on les pose.
   *
   * @minItems 1
   */
  questions?: ScriptQuestionSource[];
  /**
   * Ce que l’usager doit entendre : la suite, le délai, ce que la ville ne fait pas.
   *
   * @minItems 1
   */
  say: string[];
  /**
   * À qui, et dans quel cas.
   */
  handOver: string;
  /**
   * Ce qui compte comme urgent, et qui appeler.
   */
  urgent?: UrgentSource | UrgentSource1[];
}
/**
 * Une question.
 */
export interface ScriptQuestionSource {
  /**
   * Telle qu’on la dit.
   */
  ask: string;
  /**
   * Clé, ou liste de clés, des questions du formulaire que cette phrase remplit.
   */
  field?: string | string[];
}
/**
 * Ce qui est urgent et qui appeler.
 */
export interface UrgentSource {
  /**
   * La situation, en une phrase.
   */
  when: string;
  /**
   * Le service appelé.
   */
  call: string;
  /**
   * Numéro national (« 112 ») ou clé d’un numéro de la ville (« ville.astreinte »), que la ville renseigne.
   */
  number: string;
}
/**
 * Ce qui est urgent et qui appeler.
 */
export interface UrgentSource1 {
  /**
   * La situation, en une phrase.
   */
  when: string;
  /**
   * Le service appelé.
   */
  call: string;
  /**
   * Numéro national (« 112 ») ou clé d’un numéro de la ville (« ville.astreinte »), que la ville renseigne.
   */
  number: string;
}
/**
 * Formulaire du processus.
 */
export interface FormSource {
  /**
   * Noms de fichiers de forms/.
   *
   * @minItems 1
   */
  include?: string[];
  /**
   * Dans l’ordre.
   *
   * @minItems 1
   */
  fields?: FormFieldSource[];
}
/**
 * Une question posée à l’usager.
 */
export interface FormFieldSource {
  /**
   * Nom court, en lettres sans accent, propre au formulaire : il sert dans les conditions et dans les modèles de réponse (champs.clé).
   */
  key: string;
  /**
   * La question telle que l’usager la lit.
   */
  label: string;
  /**
   * Nature de la réponse attendue.
   */
  type:
    | 'shortText'
    | 'longText'
    | 'yesNo'
    | 'choice'
    | 'multiChoice'
    | 'number'
    | 'amount'
    | 'date'
    | 'time'
    | 'place'
    | 'address'
    | 'person'
    | 'email'
    | 'phone'
    | 'attachment';
  /**
   * true si l’on ne peut pas traiter la demande sans cette réponse.
   */
  required?: boolean;
  /**
   * Une phrase qui aide à répondre.
   */
  help?: string;
  /**
   * La question telle que l’ambassadrice la pose ; elle s’ajoute au script quand aucune question du script ne porte sur cette clé.
   */
  ask?: string;
  /**
   * Valeur la plus petite (number, amount), ou nombre de choix ou de pièces (multiChoice, attachment).
   */
  min?: number;
  /**
   * Valeur la plus grande (number, amount), ou nombre de choix ou de pièces (multiChoice, attachment).
   */
  max?: number;
  /**
   * Nombre de caractères (texte). Sans précision : 200 pour shortText, 4000 pour longText.
   */
  maxLength?: number;
  /**
   * Expression régulière que la réponse entière doit respecter (shortText).
   */
  pattern?: string;
  /**
   * Ce que lit l’usager quand le format n’est pas respecté : « 8 chiffres, par exemple 12345678 ».
   */
  patternHint?: string;
  /**
   * Pour une date : « today » (aujourd’hui ou plus tard).
   */
  earliest?: 'today';
  /**
   * Pour une date : « today » (aujourd’hui ou plus tôt).
   */
  latest?: 'today';
  /**
   * Valeurs proposées (choice, multiChoice).
   *
   * @minItems 2
   */
  options?: (string | OptionSource)[];
  showWhen?: ConditionSource;
  /**
   * true si une étape dépend de la réponse (yesNo ou choice seulement). Jamais dans un processus sensible.
   */
  routing?: boolean;
  /**
   * true si la réponse désigne ou décrit une personne.
   */
  personal?: boolean;
  /**
   * true pour la santé, les ressources, la vie familiale : jamais montrée hors du service.
   */
  sensitive?: boolean;
}
/**
 * Valeur et libellé.
 */
export interface OptionSource {
  /**
   * Valeur enregistrée, en lettres sans accent.
   */
  value: string;
  /**
   * Ce que lit l’usager.
   */
  label: string;
}
/**
 * La réponse à une question du formulaire comparée à une valeur, rien de plus.
 */
export interface ConditionSource {
  /**
   * Clé de la question.
   */
  field: string;
  /**
   * true ou false pour une question oui/non, sinon la valeur d’une option.
   */
  equals: string | boolean;
}
/**
 * Soit la promesse de la ville, soit un délai légal partagé (use), soit un délai légal propre à ce processus.
 */
export interface ClockSource {
  /**
   * « 2 workingDays » (question simple) ou « 10 workingDays » (recherche nécessaire).
   */
  promise?: string;
  /**
   * Nom d’un fichier de clocks/.
   */
  use?: string;
  /**
   * Nom du délai légal, propre au processus.
   */
  id?: string;
  /**
   * Par exemple « 2 months » ou « 10 workingDays ».
   */
  legal?: string;
  /**
   * Le texte : code et article.
   */
  basis?: string;
  /**
   * Page officielle où se lit le texte.
   */
  source?: string;
  /**
   * Ce que la demande d’une pièce fait au délai : runs (il court), pauseUntilAnswer (il s’arrête jusqu’à la réponse), suspendUntilAnswerOrDelay (CRPA L114-5), restartWhenComplete (CRPA L114-3, acceptation tacite).
   */
  missingItem?: 'runs' | 'pauseUntilAnswer' | 'suspendUntilAnswerOrDelay' | 'restartWhenComplete';
  /**
   * reply (la réponse) ou acknowledgement (l’accusé de réception).
   */
  stoppedBy?: 'reply' | 'acknowledgement';
  /**
   * acceptance (acceptation) ou rejection (rejet) ; rien si le silence ne décide de rien.
   */
  silenceMeans?: 'acceptance' | 'rejection';
  when?: ConditionSource1;
  unless?: ConditionSource2;
}
/**
 * La réponse à une question du formulaire comparée à une valeur, rien de plus.
 */
export interface ConditionSource1 {
  /**
   * Clé de la question.
   */
  field: string;
  /**
   * true ou false pour une question oui/non, sinon la valeur d’une option.
   */
  equals: string | boolean;
}
/**
 * La réponse à une question du formulaire comparée à une valeur, rien de plus.
 */
export interface ConditionSource2 {
  /**
   * Clé de la question.
   */
  field: string;
  /**
   * true ou false pour une question oui/non, sinon la valeur d’une option.
   */
  equals: string | boolean;
}
/**
 * Une ambassadrice cherche le bon processus.
 */
export interface QualificationStepSource {
  /**
   * Une ambassadrice cherche le bon processus.
   */
  kind: 'qualification';
  /**
   * Identifiant d’équipe de departments.csv.
   */
  team: string;
}
/**
 * Désigne le référent de l’équipe ; selon le quartier si byQuartier.
 */
export interface AssignmentStepSource {
  /**
   * Désigne le référent de l’équipe ; selon le quartier si byQuartier.
   */
  kind: 'assignment';
  /**
   * Identifiant d’équipe de departments.csv.
   */
  team: string;
  /**
   * true si le référent dépend du lieu.
   */
  byQuartier?: boolean;
}
/**
 * La patrouille va voir et rend un constat.
 */
export interface InspectionStepSource {
  /**
   * La patrouille va voir et rend un constat.
   */
  kind: 'inspection';
  when?: ConditionSource;
  /**
   * Identifiant d’équipe de departments.csv.
   */
  team?: string;
  /**
   * Temps visé pour cette étape, à l’intérieur de la promesse.
   */
  target?: string;
}
/**
 * Le référent répond ; les avis demandés partent en même temps.
 */
export interface AnswerStepSource {
  /**
   * Le référent répond ; les avis demandés partent en même temps.
   */
  kind: 'answer';
  /**
   * Temps visé pour cette étape, à l’intérieur de la promesse.
   */
  target?: string;
  /**
   * Avis demandés à d’autres services, en parallèle.
   *
   * @minItems 1
   */
  opinions?: OpinionSource[];
}
/**
 * Un avis.
 */
export interface OpinionSource {
  /**
   * Identifiant de departments.csv.
   */
  department?: string;
  /**
   * Identifiant d’équipe de departments.csv.
   */
  team: string;
  /**
   * Ce qu’on demande à ce service, en une phrase.
   */
  about: string;
  /**
   * true si la réponse attend cet avis (par défaut).
   */
  required?: boolean;
  /**
   * Temps visé pour cette étape, à l’intérieur de la promesse.
   */
  target?: string;
}
/**
 * Les visas, dans l’ordre du circuit.
 */
export interface EndorsementStepSource {
  /**
   * Les visas, dans l’ordre du circuit.
   */
  kind: 'endorsement';
  /**
   * Nom d’un fichier de chains/, ou liste de rôles.
   */
  chain: string | ('headOfDepartment' | 'director' | 'dga' | 'dgs' | 'cabinetDirector' | 'electedOfficial')[];
  /**
   * askAllAgain : tous visent de nouveau ; askNobodyAgain : les visas restent ; ou la liste de ceux qui visent de nouveau.
   */
  onChange?:
    | ('askAllAgain' | 'askNobodyAgain')
    | ('headOfDepartment' | 'director' | 'dga' | 'dgs' | 'cabinetDirector' | 'electedOfficial')[];
}
/**
 * Le signataire signe la lettre.
 */
export interface SignatureStepSource {
  /**
   * Le signataire signe la lettre.
   */
  kind: 'signature';
  /**
   * Rôle de la personne qui signe.
   */
  by: 'headOfDepartment' | 'director' | 'dga' | 'dgs' | 'cabinetDirector' | 'electedOfficial';
}
/**
 * Envoi de la réponse. Étape ajoutée d’elle-même si elle manque.
 */
export interface ReplyStepSource {
  /**
   * Envoi de la réponse. Étape ajoutée d’elle-même si elle manque.
   */
  kind: 'reply';
  /**
   * email (courriel et lettre jointe), letter (courrier), spoken (de vive voix), none (signalement anonyme).
   *
   * @minItems 1
   */
  by?: ('email' | 'letter' | 'spoken' | 'none')[];
}
/**
 * Quand ce que l’on peut contester, et devant qui, dépend de ce qui a été répondu au formulaire : le premier cas qui convient, sinon otherwise.
 */
export interface AppealByAnswerSource {
  /**
   * Dans l’ordre où ils sont essayés.
   *
   * @minItems 1
   */
  byAnswer: AppealCaseSource[];
  otherwise: AppealName;
}
export interface AppealCaseSource {
  when: ConditionSource;
  use: AppealName;
}
/**
 * Ce que l’usager trouve en ligne.
 */
export interface TeleserviceSource {
  /**
   * information, download (imprimé à télécharger), redirection (autre site), form (formulaire en ligne), internalApplication (application de la ville).
   */
  kind: 'information' | 'download' | 'redirection' | 'form' | 'internalApplication';
  /**
   * Une ou deux phrases, pour la vitrine.
   */
  summary: string;
  /**
   * Pour download ou redirection : site officiel, ou clé d’une adresse de la ville (« ville.portail-famille »).
   */
  url?: string;
}
/**
 * Un fait de droit ou d’usage, avec sa source.
 */
export interface FactSource {
  /**
   * Une phrase.
   */
  text: string;
  source: FactOriginSource;
  /**
   * Date AAAA-MM-JJ.
   */
  checkedOn: string;
  /**
   * true si le fait dépend de la ville ou n’a pas pu être vérifié.
   */
  confirm?: boolean;
}
/**
 * D’où vient ce fait.
 */
export interface FactOriginSource {
  /**
   * code (texte), sheet (fiche service-public), local (délibération, règlement, charte de la ville), practice (usage).
   */
  kind: 'code' | 'sheet' | 'local' | 'practice';
  /**
   * « CGCT, art. L2212-2 » ou « service-public.gouv.fr, fiche F1427 ».
   */
  reference: string;
  /**
   * Page où le lire.
   */
  url?: string;
}
/**
 * Période de l’année où la demande est attendue.
 */
export interface SeasonSource {
  /**
   * MM-JJ
   */
  from: string;
  /**
   * MM-JJ
   */
  to: string;
  /**
   * Ce qui change hors saison.
   */
  note?: string;
}
/**
 * Un formulaire partagé par plusieurs processus.
 */
export interface SharedFormSource {
  /**
   * Nom du formulaire.
   */
  title: string;
  /**
   * Les questions, dans l’ordre.
   *
   * @minItems 1
   */
  fields: FormFieldSource[];
}
/**
 * Un circuit de validation partagé.
 */
export interface ChainSource {
  /**
   * Nom du circuit.
   */
  title: string;
  /**
   * Dans l’ordre. Le signataire n’en fait pas partie.
   *
   * @minItems 1
   */
  roles: ('headOfDepartment' | 'director' | 'dga' | 'dgs' | 'cabinetDirector' | 'electedOfficial')[];
  /**
   * askAllAgain : tous visent de nouveau ; askNobodyAgain : les visas restent ; ou la liste de ceux qui visent de nouveau.
   */
  onChange?:
    | ('askAllAgain' | 'askNobodyAgain')
    | ('headOfDepartment' | 'director' | 'dga' | 'dgs' | 'cabinetDirector' | 'electedOfficial')[];
}
/**
 * Un délai légal partagé par plusieurs processus. Son nom de fichier est son identifiant.
 */
export interface SharedClockSource {
  /**
   * Nom du délai.
   */
  title: string;
  /**
   * Par exemple « 2 months » ou « 10 workingDays ».
   */
  legal: string;
  /**
   * Le texte : code et article.
   */
  basis: string;
  /**
   * Page officielle où se lit le texte.
   */
  source?: string;
  /**
   * Ce que la demande d’une pièce fait au délai : runs (il court), pauseUntilAnswer (il s’arrête jusqu’à la réponse), suspendUntilAnswerOrDelay (CRPA L114-5), restartWhenComplete (CRPA L114-3, acceptation tacite).
   */
  missingItem: 'runs' | 'pauseUntilAnswer' | 'suspendUntilAnswerOrDelay' | 'restartWhenComplete';
  /**
   * reply (la réponse) ou acknowledgement (l’accusé de réception).
   */
  stoppedBy: 'reply' | 'acknowledgement';
  /**
   * acceptance (acceptation) ou rejection (rejet) ; rien si le silence ne décide de rien.
   */
  silenceMeans?: 'acceptance' | 'rejection';
}
