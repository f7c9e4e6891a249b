import { assertNever } from '../../domain/lib/assert-never.js';
import type {
  DescribedClock,
  DescribedStep,
  FormField,
  ProcessDefinition,
} from '../../domain/process/process-definition.js';
import type { ClockRule, Condition } from '../../domain/process/runnable.js';
import { timeLimitInFrench } from '../../domain/time/time-limit.js';
import { CHANNEL_WORDS, ROLE_WORDS } from '../../domain/text/case-words.js';
import { FIELD_TYPE_WORDS } from '../../domain/text/field-words.js';
import { plainDate, typeset } from '../../domain/text/french-typography.js';
import {
  inspectionName,
  NATURES,
  organisationName,
  REPLY_CHANNEL_NAMES,
  roleName,
  SECTION_NAMES,
  TELESERVICE_NAMES,
} from './french-labels.js';
import type { ProcessNames } from './process-names.js';

/** A part of a sheet: its heading and its lines. */
export interface WordsSection {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** One process in words, for whoever reads it in a terminal or on a page. Sections without content are left out. */
export function processWords(definition: ProcessDefinition, names: ProcessNames): readonly WordsSection[] {
  const { script, teleservice } = definition;
  const sections: readonly WordsSection[] = [
    { heading: 'En bref', lines: summaryLines(definition, names) },
    { heading: 'Ce que disent les gens', lines: definition.phrasings.map((text) => `« ${text} »`) },
    {
      heading: 'Danger',
      lines: definition.stoppers.map(({ when, number, say }) => `${when} : ${names.phone(number)}. ${say}`),
    },
    { heading: 'À demander', lines: script.questions.map(({ ask }) => ask) },
    { heading: 'À dire', lines: script.say },
    { heading: 'Passer la main', lines: [script.handOver] },
    {
      heading: 'Urgence',
      lines: script.urgent.map(({ when, call, number }) => `${when} : ${call}, ${names.phone(number)}`),
    },
    { heading: 'Formulaire', lines: definition.form.fields.map((field) => fieldLine(field, definition)) },
    { heading: 'Étapes', lines: definition.steps.map((step) => stepWords(step, definition, names)) },
    { heading: 'Délais', lines: definition.clocks.map((clock) => clockWords(clock, definition)) },
    { heading: 'Premier contact', lines: firstContactLines(definition) },
    { heading: 'Réponses', lines: [Object.keys(definition.replies.sections).map(sectionName).join(', ')] },
    {
      heading: 'Téléservice',
      lines: teleservice === undefined ? [] : [`${TELESERVICE_NAMES[teleservice.kind]} : ${teleservice.summary}`],
    },
    { heading: 'Ce qu’il faut savoir', lines: definition.facts.map(factLine) },
    { heading: 'Voir aussi', lines: definition.seeAlso.map(names.process) },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** A step in one line: who, what, within what time, on what condition. */
export function stepWords(step: DescribedStep, definition: ProcessDefinition, names: ProcessNames): string {
  return typeset(wordsOf(step, definition, names));
}

function wordsOf(step: DescribedStep, definition: ProcessDefinition, names: ProcessNames): string {
  switch (step.kind) {
    case 'qualification':
      return `Qualification par l’équipe ${names.team(step.team)}`;
    case 'assignment':
      return `Affectation à l’équipe ${names.team(step.team)}${step.byQuartier ? ', selon le quartier' : ''}`;
    case 'inspection':
      return `${inspectionName(step.team)} (${names.team(step.team)})${conditionWords(step.when, definition)}${targetWords(step)}`;
    case 'answer':
      return `Réponse du service${targetWords(step)}${step.opinions.map(({ team, about }) => ` ; avis de ${names.team(team)} : ${about}`).join('')}`;
    case 'endorsement':
      return `${step.chain.length === 1 ? 'Visa' : 'Visas'} : ${step.chain.map((role) => roleName(role, definition.organisation)).join(', puis ')}`;
    case 'signature':
      return `Signature : ${roleName(step.by, definition.organisation)}`;
    case 'reply':
      return `Envoi : ${replyWays(step)}`;
    default:
      return assertNever(step);
  }
}

/** By which ways the reply may leave. */
export function replyWays({ by }: Extract<DescribedStep, { kind: 'reply' }>): string {
  return by.map((channel) => REPLY_CHANNEL_NAMES[channel]).join(', ');
}

/** « , si la réponse à « Y a-t-il un danger ? » est oui » */
export function conditionWords(when: Condition | undefined, definition: ProcessDefinition): string {
  return when === undefined ? '' : `, si ${answerWords(when, definition)}`;
}

/** « , sauf si la réponse à « Changement » est « Savoir qui est le titulaire » »; empty for a clock of every request. */
export function clockConditionWords({ when, unless }: ClockRule, definition: ProcessDefinition): string {
  return unless === undefined ? conditionWords(when, definition) : `, sauf si ${answerWords(unless, definition)}`;
}

function answerWords(when: Condition, { form }: ProcessDefinition): string {
  const field = form.fields.find(({ key }) => key === when.field);
  const label = field?.options?.find(({ value }) => value === when.equals)?.label ?? String(when.equals);
  const answer = typeof when.equals === 'boolean' ? (when.equals ? 'oui' : 'non') : `« ${label} »`;
  return `la réponse à « ${field?.label ?? when.field} » est ${answer}`;
}

function targetWords(step: DescribedStep): string {
  return 'target' in step ? `, en ${timeLimitInFrench(step.target)}` : '';
}

function clockWords(clock: DescribedClock, definition: ProcessDefinition): string {
  const silence = { acceptance: ' ; le silence vaut acceptation', rejection: ' ; le silence vaut rejet' } as const;
  const name = clock.kind === 'promise' ? 'Promesse' : 'Délai légal';
  const meaning = clock.silenceMeans === undefined ? '' : silence[clock.silenceMeans];
  return `${name} : ${timeLimitInFrench(clock.limit)}${meaning} (${clock.basis})${clockConditionWords(clock, definition)}`;
}

function firstContactLines({ answerAtOnce, firstContact }: ProcessDefinition): readonly string[] {
  const roles = answerAtOnce.map((role) => ROLE_WORDS[role]).join(', ');
  return [
    ...(roles === '' ? [] : [`Peut répondre et clore tout de suite : ${roles}`]),
    ...(firstContact === undefined ? [] : [firstContact]),
  ];
}

function summaryLines(definition: ProcessDefinition, names: ProcessNames): readonly string[] {
  const { price } = definition;
  return [
    `${definition.id}, version ${String(definition.version)}, ${NATURES[definition.nature]}, thème ${definition.themeTitle}`,
    `Répond : ${organisationName(definition.organisation)}, service ${names.department(definition.department)}${definition.sensitive ? ' (demande sensible)' : ''}`,
    `Pour qui : ${definition.audience}`,
    `Canaux : ${definition.channels.map((channel) => CHANNEL_WORDS[channel]).join(', ')}`,
    `Prix : ${price === undefined ? 'gratuit' : `${price.note}${price.tariff === undefined ? '' : ` (tarif ${names.tariff(price.tariff)})`}`}`,
    ...(definition.needed.length === 0 ? ['rien de particulier'] : definition.needed).map(
      (item) => `À avoir : ${item}`,
    ),
  ];
}

function fieldLine(field: FormField, definition: ProcessDefinition): string {
  const { label, type, required, showWhen, options, help } = field;
  const kind = `${FIELD_TYPE_WORDS[type]}${required ? ', obligatoire' : ''}${conditionWords(showWhen, definition)}`;
  const choices = options === undefined ? '' : typeset(` : ${options.map((option) => option.label).join(' ; ')}`);
  return `${label} (${kind})${choices}${help === undefined ? '' : ` — ${help}`}`;
}

function sectionName(section: string): string {
  return section in SECTION_NAMES ? SECTION_NAMES[section as keyof typeof SECTION_NAMES] : section;
}

function factLine({ text, source, checkedOn, confirm }: ProcessDefinition['facts'][number]): string {
  return `${text} (${source.reference}, ${confirm === true ? `relevé le ${plainDate(checkedOn)}, à confirmer par la ville` : `vérifié le ${plainDate(checkedOn)}`})`;
}
