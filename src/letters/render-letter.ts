import { createHash } from 'node:crypto';
import { typeset } from '../../domain/text/french-typography.js';
import { blocksToHtml } from './blocks/block-html.js';
import { blocksToText } from './blocks/block-text.js';
import { typesetPage } from './layout/typeset-page.js';
import { letterBlocks } from './letter-blocks.js';
import type { LetterInput, LetterWords } from './letter-input.js';
import { letterWords } from './letter-words.js';

/** A letter as words alone. */
export interface LetterMail {
  readonly mailSubject: string;
  /** The same words as plain text, 72 columns. */
  readonly mailText: string;
  /** The same words as a piece of HTML, for {@link replyMail}. */
  readonly mailHtml: string;
}

export interface RenderedLetter extends LetterMail {
  /** Tagged PDF/UA-1. */
  readonly pdf: Uint8Array;
  /** Of `pdf`, hex: what endorsers and the signer saw, what leaves. */
  readonly sha256: string;
  /** Of all the letter says except its signature, hex: the same before and after signing. */
  readonly contentSha256: string;
}

/**
 * Renders a letter exactly as it will leave. Pure: the same input gives the same bytes, on any machine. Signing adds the
 * signature in a place kept for it, and moves nothing else. Synchronous, under ten milliseconds a letter; in a long loop,
 * come back to the event loop now and then: the compiler's memory is only given back there.
 */
export function renderLetter(input: LetterInput): RenderedLetter {
  const words = letterWords(input);
  const pdf = typesetPage('letter', words);
  return {
    pdf,
    sha256: sha256(pdf),
    contentSha256: sha256(JSON.stringify({ ...words, signature: undefined })),
    ...mailOf(input, words),
  };
}

/** What the mail says that the letter is attached to, without drawing the page. */
export function letterAsMail(input: LetterInput): LetterMail {
  return mailOf(input, letterWords(input));
}

function mailOf({ reference }: LetterInput, words: LetterWords): LetterMail {
  const blocks = letterBlocks(words);
  return {
    mailSubject: typeset(`Votre demande n° ${reference} : ${words.object}`),
    mailText: blocksToText(blocks),
    mailHtml: blocksToHtml(blocks),
  };
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
