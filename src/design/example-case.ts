import type { ProcessDefinition } from '../../domain/process/process-definition.js';
import type { OrganisationSheet, PhoneNumber } from '../town/town.js';
import { SECTION_NAMES } from '../catalog/french-labels.js';
import { conditionWords } from '../catalog/process-words.js';
import { isReplySection } from '../catalog/reply-template.js';
import { APPEAL_LABEL } from '../letters/letter-words.js';
import { blocksToText } from '../letters/blocks/block-text.js';
import { parseMarkdown } from '../letters/blocks/parse-markdown.js';
import { exampleVariables } from '../letters/example-variables.js';
import { fillRemedy } from '../letters/remedies.js';
import { renderReplyTemplate } from '../letters/reply-template.js';
import type { ReplyPreviewDto } from './design.dto.js';

/** In brackets: what a person writes. */
export const PLACEHOLDERS = {
  destinataire: 'Camille Exemple',
  texte: '[La réponse écrite par le service vient ici.]',
  agent: 'Dominique Exemple',
  motif: '[le motif]',
  transmisA: '[l’autorité compétente]',
  answer: '[réponse de l’usager]',
};

/** Where an invented citizen would follow the request. */
export const EXAMPLE_FOLLOWING = { trackingCode: 'EXEM-PLE1', followUrl: 'https://exemple.invalid/suivi' };

/** The replies of a process as a citizen reads them, for an invented case: the outcomes in their order, a refusal with its remedies. */
export function replyPreviews(
  definition: ProcessDefinition,
  { sheet, telephones }: { readonly sheet: OrganisationSheet; readonly telephones: ReadonlyMap<string, PhoneNumber> },
): readonly ReplyPreviewDto[] {
  const words = { ...PLACEHOLDERS, ville: sheet.legalName, telephones };
  const { sections } = definition.replies;
  return Object.keys(SECTION_NAMES).flatMap((section) => {
    const template = isReplySection(section) ? sections[section] : undefined;
    if (!isReplySection(section) || template === undefined) return [];
    const body = renderReplyTemplate(template, exampleVariables(definition, section, words));
    const remedies = section === 'refused' ? remedyPreviews(definition, sheet) : [];
    const text = blocksToText(parseMarkdown([body, ...remedies].join('\n\n')));
    return [{ section, name: SECTION_NAMES[section], text }];
  });
}

/** Those of a given answer come first, as they are tried, under a heading that says which. */
function remedyPreviews(definition: ProcessDefinition, sheet: OrganisationSheet): readonly string[] {
  const { remediesByAnswer = [], appealNotice } = definition.replies;
  const written = [
    ...remediesByAnswer.map((one) => ({ text: one.appealNotice, when: conditionWords(one.when, definition) })),
    { text: appealNotice, when: remediesByAnswer.length === 0 ? '' : ', sinon' },
  ];
  return written.flatMap(({ text, when }) =>
    text === undefined ? [] : [`${APPEAL_LABEL}${when}`, fillRemedy(text, sheet)],
  );
}
