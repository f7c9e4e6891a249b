import { Problem } from '../api/problem.js';
import { sayDone, sayFailed } from './toasts.js';

/** Puts a text in the clipboard. Browsers have none for a page that is not served over HTTPS, or refuse it: that is said. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    sayDone(done);
  } catch {
    sayFailed(new Problem({ detail: 'Votre navigateur refuse de copier : sélectionnez le texte et copiez-le.' }));
  }
}
