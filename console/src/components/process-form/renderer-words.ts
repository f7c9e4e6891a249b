import { englishStringTranslator, TranslatableString } from '@rjsf/utils';

const WORDS: Partial<Record<TranslatableString, string>> = {
  [TranslatableString.YesLabel]: 'Oui',
  [TranslatableString.NoLabel]: 'Non',
  [TranslatableString.AddButton]: 'Ajouter',
  [TranslatableString.RemoveButton]: 'Retirer',
  [TranslatableString.MoveUpButton]: 'Monter',
  [TranslatableString.MoveDownButton]: 'Descendre',
  [TranslatableString.ClearButton]: 'Effacer',
  [TranslatableString.ErrorsLabel]: 'À corriger',
};

/** The renderer's own words, in French. */
export function inFrench(text: TranslatableString, params?: string[]): string {
  return WORDS[text] ?? englishStringTranslator(text, params);
}
