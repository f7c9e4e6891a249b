/**
 * A free text (answer, remark, reason) as the engine knows it: stored first under `id`, known elsewhere by `hmac`, a
 * keyed hash whose random key lies beside the text and is erased with it: the plain hash of a short remark can be guessed.
 */
export interface TextRef {
  readonly id: string;
  readonly hmac: string;
}

/** The rendered letter of an answer: what validators see are these bytes, and what they endorse is their hash. */
export interface LetterRef {
  readonly id: string;
  /** SHA-256 of the PDF, hex. */
  readonly hash: string;
}
