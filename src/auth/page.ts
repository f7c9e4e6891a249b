/** A value inside HTML text or a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/**
 * A page of the API's own (sign-in, its errors): no script, works with a keyboard, a screen reader, a high zoom and in
 * the dark. `content` is HTML: what comes from outside in it has been escaped.
 */
export function pageOf(title: string, content: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} – Parvis</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="brand">Parvis</p>
<h1>${escapeHtml(title)}</h1>
${content}
<p><a href="/accessibilite">Déclaration d’accessibilité</a></p>
</main>
</body>
</html>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --ground: #eef1f5; --line: #767f8d; --accent: #1d4f91; --on: #ffffff; --error: #a3161f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef1f5; --paper: #1c2430; --ground: #11161e; --line: #8b95a5; --accent: #9cc2f5; --on: #11161e; --error: #ff9a9a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 6vh auto; padding: 2rem; background: var(--paper); border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
.brand { margin: 0 0 1.5rem; font-weight: 700; color: var(--accent); }
.error { border-left: .3rem solid var(--error); padding: .25rem .75rem; color: var(--error); font-weight: 600; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input { width: 100%; padding: .6rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; }
button, .button { display: inline-block; margin-top: 1.25rem; padding: .7rem 1.25rem; font: inherit; font-weight: 600; color: var(--on); background: var(--accent); border: 0; border-radius: .25rem; text-decoration: none; cursor: pointer; }
a { color: var(--accent); }
ul { margin: 0; padding-left: 1.25rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { font-size: .95em; }
`;
