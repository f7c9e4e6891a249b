import type {
  ConditionSource,
  FactSource,
  FormFieldSource,
  OptionSource,
  PriceSource,
  ProcessSource,
  SeasonSource,
  StopperSource,
  TeleserviceSource,
  UrgentSource,
} from './process-definition.generated.js';
import type { ProcessId } from './process-ref.js';
import type { AnswerStep, ClockRule, OpinionAsked, StepDefinition } from './runnable.js';

/** Raised when the shape of a definition changes; `expand` reads the previous one until no open case carries it. */
export const SCHEMA_VERSION = 1;

export type Nature = ProcessSource['nature'];
export type Organisation = ProcessSource['organisation'];
export type IntakeChannel = NonNullable<ProcessSource['channels']>[number];
type IdentityRule = NonNullable<ProcessSource['identity']>;
export type FieldType = FormFieldSource['type'];
export type TeleserviceKind = TeleserviceSource['kind'];
type Price = Readonly<PriceSource>;
type Stopper = Readonly<StopperSource>;
type Urgent = Readonly<UrgentSource>;
type Teleservice = Readonly<TeleserviceSource>;
type Season = Readonly<SeasonSource>;
export type Fact = Readonly<FactSource>;
export type FieldOption = Readonly<OptionSource>;
export type FieldCondition = Readonly<ConditionSource>;

/** One question of a form. Options always have a value and a label; `required` and `routing` are always said. */
export type FormField = Readonly<Omit<FormFieldSource, 'options' | 'showWhen' | 'required' | 'routing' | 'ask'>> & {
  readonly required: boolean;
  readonly routing: boolean;
  readonly options?: readonly FieldOption[];
  readonly showWhen?: FieldCondition;
};

export interface Form {
  readonly fields: readonly FormField[];
}

/** A question as it is spoken, and the fields of the form that its answer fills. */
export interface ScriptQuestion {
  readonly ask: string;
  readonly fields: readonly string[];
}

/** What whoever answers the citizen asks and says. */
export interface Script {
  readonly opening?: string;
  readonly questions: readonly ScriptQuestion[];
  readonly say: readonly string[];
  readonly handOver: string;
  readonly urgent: readonly Urgent[];
}

/** A clock with what people must be told about it. */
export interface DescribedClock extends ClockRule {
  readonly basis: string;
  readonly source?: string;
}

export interface DescribedOpinion extends OpinionAsked {
  /** What is asked of the other department, in a sentence. */
  readonly about: string;
}

export type DescribedStep =
  | Exclude<StepDefinition, AnswerStep>
  | (Omit<AnswerStep, 'opinions'> & { readonly opinions: readonly DescribedOpinion[] });

/** The sections that a reply template may have, one for each conclusion that is written to the citizen. */
export const REPLY_SECTIONS = ['answered', 'planned', 'done', 'refused', 'notOurs', 'noCitizenReply'] as const;

export type ReplySection = (typeof REPLY_SECTIONS)[number];

/** How a decision, or the silence that stands for one, can be contested. */
export interface Remedies {
  /** « Voies et délais de recours », for a refusal; names `tribunal` and `recours_a`. */
  readonly appealNotice?: string;
  /** What the acknowledgement says can be done once silence means a refusal, where it is not to go to the administrative court. */
  readonly remedyOfSilence?: string;
}

/** Those of a request that was answered in this way: one form may lead to acts of different kinds, before different judges. */
export interface RemediesOfAnswer extends Remedies {
  readonly when: FieldCondition;
}

/** Liquid templates: the body of a letter by conclusion. Salutation, closing and signature belong to the layout. */
export interface ReplyTemplates extends Remedies {
  readonly sections: Readonly<Partial<Record<ReplySection, string>>>;
  /** The first whose condition is met takes the place of the remedies above. */
  readonly remediesByAnswer?: readonly RemediesOfAnswer[];
}

export interface Duration {
  readonly n: number;
  readonly unit: 'days' | 'months' | 'years';
}

/**
 * A definition in full: shared parts resolved, defaults said, French texts set. `process_versions` keeps it for ever, and
 * its SHA-256 over canonical JSON is the hash of the version.
 */
export interface ProcessDefinition {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly id: ProcessId;
  readonly version: number;
  readonly title: string;
  readonly theme: string;
  readonly themeTitle: string;
  readonly nature: Nature;
  readonly organisation: Organisation;
  readonly department: string;
  readonly sector: string;
  readonly sensitive: boolean;
  readonly identity: IdentityRule;
  readonly channels: readonly IntakeChannel[];
  readonly audience: string;
  /** What citizens say, as they say it: never corrected, never typeset. */
  readonly phrasings: readonly string[];
  readonly needed: readonly string[];
  readonly price?: Price;
  readonly stoppers: readonly Stopper[];
  readonly script: Script;
  readonly form: Form;
  readonly clocks: readonly DescribedClock[];
  readonly steps: readonly DescribedStep[];
  readonly answerAtOnce: NonNullable<ProcessSource['answerAtOnce']>;
  readonly firstContact?: string;
  readonly replies: ReplyTemplates;
  readonly retention: Duration;
  readonly afterRetention: NonNullable<ProcessSource['afterRetention']>;
  readonly reopeningDays: number;
  readonly teleservice?: Teleservice;
  readonly seeAlso: readonly string[];
  readonly facts: readonly Fact[];
  readonly legalSoftware?: string;
  readonly duplicatesRadius?: number;
  readonly publicMap: boolean;
  readonly season?: Season;
}
