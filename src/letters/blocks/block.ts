/**
 * What every text that leaves the town hall is made of, before it becomes a PDF, a mail or a page. Texts are already set
 * (typography), and never markup: whoever draws them escapes them.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'heading'; readonly text: string };

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly spans: readonly Span[] }
  | { readonly kind: 'emphasis'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  | { readonly kind: 'break' };
