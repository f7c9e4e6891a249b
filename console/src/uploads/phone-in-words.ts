import { count, typeset } from '../text/format.js';

/** « 2 photos en cours d’envoi par le téléphone. 1 photo n’est pas partie : réessayez sur le téléphone. » */
export function phoneInWords({ coming, failed }: { readonly coming: number; readonly failed: number }): string {
  const going = coming - failed;
  const stuck = `${count(failed, 'photo')} ${failed === 1 ? 'n’est pas partie' : 'ne sont pas parties'}`;
  return typeset(
    [
      ...(going === 0 ? [] : [`${count(going, 'photo')} en cours d’envoi par le téléphone.`]),
      ...(failed === 0 ? [] : [`${stuck} : réessayez sur le téléphone.`]),
    ].join(' '),
  );
}
