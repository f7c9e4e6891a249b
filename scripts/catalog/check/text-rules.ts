import type { CatalogFault } from '../../../src/catalog/catalog-fault.js';
import type { LoadedDefinition } from '../../../src/catalog/load-catalog.js';
import { eachDefinition, faultIn } from './check-rule.js';
import { otherPieces, phrasingPieces, replyPieces, scriptPieces, wordsOf } from '../text-pieces.js';
import type { TextPiece } from '../text-pieces.js';

/** Words of the glossary used as they should be, and phrasings that are people's and not the catalogue's. */
export const textRules = eachDefinition((loaded) => [...glossaryFaults(loaded), ...phrasingFaults(loaded)]);

interface Misuse {
  readonly pattern: RegExp;
  readonly instead: string;
}

const GLOSSARY: readonly Misuse[] = [
  { pattern: /\b(?:e-?mails?|mails?)\b/i, instead: '« courriel »' },
  { pattern: /\badministrés?\b/i, instead: '« usager » ou « habitant »' },
  { pattern: /\btickets?\b(?= (?:n°|numéro|de suivi|ouvert))/i, instead: '« dossier »' },
  { pattern: /\bjours ouvrables\b/i, instead: '« jours ouvrés » pour la promesse (samedi non compté)' },
  { pattern: /\bdistricts?\b/i, instead: '« quartier »' },
  {
    pattern: /\b(?:valid(?:er|e|é|ée|ation)) (?:par |du |de |le |la )(?:DGS|DGA|chef de service|cabinet|maire|élue?)/i,
    instead: '« viser » (circuit) ou « signer » (signature)',
  },
  {
    pattern: /\b(?:workflow|deadline|process|SLA|back-office|front-office|call center|reporting)\b/i,
    instead: 'le mot français',
  },
  { pattern: /\btélé-?procédures?\b/i, instead: '« téléservice »' },
  { pattern: /\bN° vert\b/, instead: 'le numéro lui-même, par sa clé' },
  {
    pattern:
      /(?<![\p{L}’'])(?:Etat|Ecole|Etre|Elus?|Election|Eclairage|Equipement|Etage|Energie|Eau[x]? Usee)(?![\p{L}])/u,
    instead: 'la majuscule accentuée (É)',
  },
  {
    pattern: /\b(?:Châlons|Chalons|Valmont|Reims)\b/i,
    instead: '« la Ville », « l’Agglomération » ou « le CCAS » : le nom est une donnée',
  },
  { pattern: /\.\.\./, instead: 'le signe « … »' },
];

function glossaryFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const own = [...scriptPieces(loaded), ...otherPieces(loaded)].flatMap((piece) =>
    misusesIn(piece).map(({ word, instead }) =>
      faultIn(loaded, {
        rule: 'text.glossary',
        pointer: piece.pointer,
        message: `« ${word} » n’est pas le mot du catalogue`,
        advice: `écrire ${instead}`,
      }),
    ),
  );
  const reply = replyPieces(loaded).flatMap((piece) =>
    misusesIn(piece).map(({ word, instead }): CatalogFault => ({
      file: loaded.reply.file,
      line: Number(piece.pointer),
      rule: 'text.glossary',
      pointer: '',
      message: `« ${word} » n’est pas le mot du catalogue`,
      advice: `écrire ${instead}`,
      severity: 'error',
    })),
  );
  return [...own, ...reply];
}

function misusesIn({ text }: TextPiece): readonly { readonly word: string; readonly instead: string }[] {
  return GLOSSARY.flatMap(({ pattern, instead }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ word: match[0], instead }];
  });
}

/** Words too common to show that one sentence copies another. */
const EMPTY_WORDS = new Set(
  'un une le la les l de des du d a au aux en et ou pour par sur dans mon ma mes ce cette son sa ses je j me m que qui est il y'.split(
    ' ',
  ),
);

function phrasingFaults(loaded: LoadedDefinition): readonly CatalogFault[] {
  const title = contentWords(loaded.source.title);
  const pieces = phrasingPieces(loaded);
  const earliest = new Map<string, TextPiece>();
  return pieces.flatMap((piece) => {
    const faults: CatalogFault[] = [];
    if (isCopy(contentWords(piece.text), title)) {
      const message = `« ${piece.text} » recopie le titre`;
      const advice = 'écrire ce que dirait un habitant qui ignore le nom de la démarche';
      faults.push(faultIn(loaded, { rule: 'text.phrasing-title', pointer: piece.pointer, message, advice }));
    }
    const sound = lettersOf(piece.text);
    const earlier = earliest.get(sound);
    if (earlier === undefined) earliest.set(sound, piece);
    else {
      const message = `« ${piece.text} » répète « ${earlier.text} »`;
      faults.push(
        faultIn(loaded, {
          rule: 'text.phrasing-twice',
          pointer: piece.pointer,
          message,
          advice: 'dire la chose autrement',
        }),
      );
    }
    return faults;
  });
}

function contentWords(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => !EMPTY_WORDS.has(word)));
}

/** A copy has the title's words and hardly any other. */
function isCopy(words: ReadonlySet<string>, title: ReadonlySet<string>): boolean {
  if (title.size < 2) return false;
  const common = [...words].filter((word) => title.has(word)).length;
  return common === title.size && common / words.size >= 0.75;
}

/** Two phrasings with the same letters in the same order are one. */
function lettersOf(text: string): string {
  return wordsOf(text).join('');
}
