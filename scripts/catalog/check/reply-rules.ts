import type { ReplySection } from '../../../domain/process/process-definition.js';
import { REPLY_SECTIONS } from '../../../domain/process/process-definition.js';
import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { isReplySection, sectionsOf } from '../../../src/catalog/reply-template.js';
import type { TemplateSection } from '../../../src/catalog/reply-template.js';
import { eachDefinition } from './check-rule.js';
import { capitalFaults } from './reply-capitals.js';
import { comparisonFaults } from './reply-comparisons.js';
import { fault } from './reply-fault.js';
import type { ReplyFaultWords } from './reply-fault.js';
import { renderFaults } from './reply-trials.js';

/** A reply exists for each way of ending, says what it must, and reads well whatever is known of the citizen. */
export const replyRules = eachDefinition((loaded) => {
  if (loaded.reply.text === undefined) {
    return [
      fault(loaded, 1, [
        'reply.missing',
        'le modèle de réponse manque',
        'créer ce fichier avec au moins une section « # answered »',
      ]),
    ];
  }
  const sections = sectionsOf(loaded.reply.text);
  const structural = [
    ...headingFaults(loaded, sections),
    ...sections.flatMap((section) => [
      ...contentFaults(loaded, section),
      ...comparisonFaults(loaded, section),
      ...capitalFaults(loaded, section),
    ]),
  ];
  return structural.length > 0 ? structural : renderFaults(loaded, sections);
});

function headingFaults(loaded: LoadedDefinition, sections: readonly TemplateSection[]): readonly CatalogFault[] {
  const names = sections.flatMap((section) => section.names);
  const allowed = REPLY_SECTIONS.join(', ');
  const faults: CatalogFault[] = [];
  for (const { names: own, line } of sections) {
    if (own.length === 0) {
      faults.push(
        fault(loaded, line, [
          'reply.no-heading',
          'un texte précède la première section',
          `commencer par une ligne « # answered » (${allowed})`,
        ]),
      );
    }
    for (const name of own.filter((candidate) => !isReplySection(candidate))) {
      faults.push(
        fault(loaded, line, [
          'reply.heading',
          `section inconnue : « ${name} »`,
          `écrire l’une de ces conclusions : ${allowed}`,
        ]),
      );
    }
  }
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    faults.push(
      fault(loaded, 1, ['reply.twice', `la section « ${twice} » est écrite deux fois`, 'n’en garder qu’une']),
    );
  }
  if (!names.includes('answered') && !names.includes('done')) {
    faults.push(
      fault(loaded, 1, [
        'reply.unreachable',
        'rien à répondre quand tout va bien',
        'ajouter une section « # answered » ou « # done »',
      ]),
    );
  }
  return faults;
}

interface Duty {
  readonly applies: (name: ReplySection, loaded: LoadedDefinition) => boolean;
  readonly fulfilled: (text: string) => boolean;
  readonly words: ReplyFaultWords;
}

const DUTIES: readonly Duty[] = [
  {
    applies: (name) => name !== 'noCitizenReply',
    fulfilled: (text) => /^\s*\{\{-? *texte *-?\}\}\s*$/m.test(text),
    words: [
      'reply.own-words',
      'le texte du référent n’y a pas sa place',
      'ajouter {{ texte }}, seul dans son paragraphe',
    ],
  },
  {
    applies: (name) => name === 'planned',
    fulfilled: (text) => text.includes('date_prevue'),
    words: ['reply.planned-date', 'la date prévue n’est pas dite', 'ajouter {{ date_prevue }}'],
  },
  {
    applies: (name) => name === 'refused',
    fulfilled: (text) => /\{\{ *motif/.test(text),
    words: ['reply.refusal-reason', 'un refus sans motif', 'ajouter {{ motif }}'],
  },
  {
    applies: () => true,
    fulfilled: (text) => !text.includes('{% include') && !/telerecours|deux mois (?:pour|à compter)/i.test(text),
    words: [
      'reply.appeal',
      'la lettre dirait deux fois les voies de recours',
      'retirer ce passage : elles s’ajoutent seules à un refus (clé appeal)',
    ],
  },
  {
    applies: (name) => name === 'notOurs',
    fulfilled: (text) => text.includes('transmis_a'),
    words: ['reply.passed-to', 'on ne dit pas à qui la demande est transmise', 'ajouter {{ transmis_a }}'],
  },
  {
    applies: () => true,
    fulfilled: (text) => !/^(?:Madame|Monsieur|Bonjour)\b|salutations|cordialement/im.test(text),
    words: [
      'reply.greeting',
      'la lettre salue deux fois',
      'retirer la formule : l’ouverture et la fin s’ajoutent seules',
    ],
  },
  {
    applies: () => true,
    fulfilled: (text) => !/^(?:#{2,}|>|\||\d+\. |```)|!\[|\]\(/m.test(text),
    words: [
      'reply.markdown',
      'une mise en forme qu’une lettre n’a pas',
      'paragraphes, listes « - » et **gras** seulement',
    ],
  },
];

function contentFaults(loaded: LoadedDefinition, { names, line, text }: TemplateSection): readonly CatalogFault[] {
  const known = names.filter(isReplySection);
  return DUTIES.filter((duty) => known.some((name) => duty.applies(name, loaded)) && !duty.fulfilled(text)).map(
    (duty) => fault(loaded, line, duty.words),
  );
}
