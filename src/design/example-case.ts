import type { ProcessDefinition, ReplySection } from '../../domain/process/process-definition.js';
import type { OrganisationSheet } from '../town/town.js';
import { SECTION_NAMES } from '../catalog/french-labels.js';
import { isReplySection } from '../catalog/reply-template.js';
import { blocksToText } from '../letters/blocks/block-text.js';
import { parseMarkdown } from '../letters/blocks/parse-markdown.js';
import { renderReplyTemplate, type ReplyVariables } from '../letters/reply-template.js';
import type { ReplyPreviewDto } from './design.dto.js';

/** The replies of a process as a citizen reads them, for an invented case. */
export function replyPreviews(definition: ProcessDefinition, sheet: OrganisationSheet): readonly ReplyPreviewDto[] {
  return Object.entries(definition.replies.sections).flatMap(([section, template]) => {
    if (!isReplySection(section)) return [];
    const markdown = renderReplyTemplate(template, exampleOf(definition, sheet, section));
    return [{ section, name: SECTION_NAMES[section], text: blocksToText(parseMarkdown(markdown)) }];
  });
}

function exampleOf(definition: ProcessDefinition, sheet: OrganisationSheet, conclusion: ReplySection): ReplyVariables {
  return {
    numero: 'D-2026-00421',
    objet: definition.title,
    recue_le: 'mardi 12 mai 2026',
    destinataire: 'Camille Exemple',
    texte: '[La réponse écrite par le référent vient ici.]',
    agent: 'Dominique Exemple',
    ville: sheet.legalName,
    champs: Object.fromEntries(definition.form.fields.map((field) => [field.key, exampleAnswer(field)])),
    conclusion,
    ...(conclusion === 'planned' ? { date_prevue: 'mardi 2 juin 2026' } : {}),
    ...(conclusion === 'refused' ? { motif: '[le motif]' } : {}),
    ...(conclusion === 'notOurs' ? { transmis_a: '[l’autorité compétente]' } : {}),
  };
}

function exampleAnswer({ type, options }: ProcessDefinition['form']['fields'][number]): string {
  switch (type) {
    case 'yesNo':
      return 'oui';
    case 'choice':
    case 'multiChoice':
      return options?.[0]?.label ?? 'exemple';
    case 'date':
      return '4 mai 2026';
    case 'number':
      return '3';
    default:
      return '[réponse de l’usager]';
  }
}
