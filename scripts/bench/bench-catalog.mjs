import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A case with a referent and three endorsements, and the timers of a promise in five days; told by word of mouth. */
export const BENCH_PROCESS = 'voirie.essai-de-charge';

const definition = `id: ${BENCH_PROCESS}
version: 1
title: Mesurer la charge du serveur
nature: report
organisation: ville
department: voirie
channels: [teleservice, telephone, frontDesk, letter, email, quartierCouncil, neighbourhoodTour, selfReferral]
audience: Toute personne qui mesure la charge du serveur.
phrasings:
  - mesurer combien de dossiers le serveur traite par seconde
  - essai de charge du serveur de la mairie
  - combien de dossiers à la seconde
  - le serveur tient il la charge
  - chronometrer les demandes
needed:
  - L’endroit du signalement
script:
  opening: Je note la demande de mesure.
  questions:
    - { ask: "Y a-t-il un danger ?", field: danger }
  say:
    - La demande suit tout le circuit.
  handOver: Passez la main au service Voirie si le signalement est réel.
form:
  fields:
    - { key: danger, label: "Y a-t-il un danger ?", type: yesNo, required: true }
clocks:
  - { promise: 5 workingDays }
steps:
  - { kind: assignment, team: voirie.chaussee, byQuartier: true }
  - { kind: answer, target: 5 workingDays }
  - { kind: endorsement, chain: chef-directeur-dgs }
  - { kind: reply, by: [email, letter, spoken, none] }
teleservice: { kind: form, summary: "Une demande qui mesure la charge du serveur." }
retention: 1 years
reopening: 30 days
`;

const reply = ['done', 'planned', 'answered', 'refused', 'notOurs']
  .map((conclusion) => `# ${conclusion}\nLe {{ recue_le }}, vous nous avez écrit.${words(conclusion)}\n\n{{ texte }}\n`)
  .join('\n');

/** @param {string} conclusion */
function words(conclusion) {
  if (conclusion === 'planned') return ' L’intervention est prévue le {{ date_prevue }}.';
  if (conclusion === 'refused') return ' Nous ne donnons pas suite : {{ motif }}.';
  return conclusion === 'notOurs' ? ' Votre demande est transmise à {{ transmis_a }}.' : '';
}

/**
 * The town's catalogue and one process more, in a folder of its own.
 * @param {string} catalogDir
 * @returns {string} the folder; the caller removes it
 */
export function benchCatalog(catalogDir) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'parvis-bench-catalog-'));
  cpSync(catalogDir, folder, { recursive: true });
  for (const [place, text] of /** @type {const} */ ([
    ['processes/voirie/essai-de-charge.yaml', definition],
    ['replies/voirie/essai-de-charge.md', reply],
  ])) {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), text);
  }
  return folder;
}
