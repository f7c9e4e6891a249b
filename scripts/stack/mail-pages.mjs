/**
 * @typedef {import('./mail-store.mjs').MailStore} MailStore
 * @typedef {import('./mail-store.mjs').Message} Message
 */

const shown = 200;

const style = `
  :root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; }
  a { color: LinkText; } a:focus-visible, button:focus-visible, input:focus-visible, iframe:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  table { border-collapse: collapse; width: 100%; } caption { text-align: left; padding-block: .5rem; }
  th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid GrayText; vertical-align: top; overflow-wrap: anywhere; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid GrayText; font: inherit; }
  iframe { width: 100%; height: 32rem; border: 1px solid GrayText; background: #fff; }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; } input, button { font: inherit; padding: .4rem .6rem; min-height: 2.75rem; }
  label { display: grid; } .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }`;

/** @param {string} text @returns {string} */
const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const clock = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** @param {number} bytes @returns {string} */
const size = (bytes) => (bytes < 1_000 ? `${bytes} octets` : `${Math.round(bytes / 1_000).toLocaleString('fr-FR')} ko`);

/** @param {string} title @param {string} main @returns {string} */
function page(title, main) {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} – Parvis</title><style>${style}</style></head>
<body><a class="skip" href="#contenu">Aller au contenu</a><main id="contenu">${main}</main></body></html>`;
}

/**
 * @param {MailStore} store
 * @param {{ host: string, port: number }} smtp
 * @param {URLSearchParams} query `to`: only what went to this address
 * @returns {string}
 */
export function listPage(store, smtp, query) {
  const to = query.get('to') || null;
  const messages = store.list({ to });
  const rows = messages.slice(0, shown).map(
    ({ id, receivedAt, to: recipients, subject }) => `<tr>
<td><time datetime="${receivedAt}">${clock.format(new Date(receivedAt))}</time></td>
<td>${escape(recipients.join(', '))}</td>
<th scope="row"><a href="/lire/${id}">${escape(subject) || '(sans objet)'}</a></th></tr>`,
  );
  const more = messages.length > shown ? `, les ${shown} plus récents affichés` : '';
  const count = `${messages.length.toLocaleString('fr-FR')} message${messages.length > 1 ? 's' : ''}${more}`;
  const table = `<table><caption>${count}</caption>
<thead><tr><th scope="col">Reçu le</th><th scope="col">Destinataire</th><th scope="col">Objet</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>`;
  return page(
    'Courriels de démonstration',
    `<h1>Courriels de démonstration</h1>
<p>Parvis a envoyé ces courriels à un serveur de démonstration (${escape(smtp.host)}, port ${smtp.port})&nbsp;: ils restent ici, personne d’autre ne les a reçus.</p>
<form role="search"><label>Adresse du destinataire <input name="to" type="search" size="40" value="${escape(to ?? '')}"></label>
<button>Filtrer</button></form>
${messages.length === 0 ? '<p>Aucun message.</p>' : table}`,
  );
}

/** @param {Message} message @returns {string} */
export function messagePage(message) {
  const files = message.attachments.map(
    ({ index, filename, contentType, size: bytes, sha256 }) =>
      `<li><a href="/messages/${message.id}/attachments/${index}" download>${escape(filename)}</a> (${escape(contentType)}, ${size(bytes)})<br><small>SHA-256&nbsp;: ${sha256}</small></li>`,
  );
  const frame = `<h2>Version mise en forme</h2>
<iframe sandbox title="Version mise en forme du message" srcdoc="${escape(message.html)}"></iframe>`;
  return page(
    message.subject || '(sans objet)',
    `<p><a href="/">Tous les messages</a></p><h1>${escape(message.subject) || '(sans objet)'}</h1>
<dl><dt>De</dt><dd>${escape(message.sender)}</dd>
<dt>À</dt><dd>${escape(message.to.join(', '))}</dd>
<dt>Reçu le</dt><dd><time datetime="${message.receivedAt}">${clock.format(new Date(message.receivedAt))}</time></dd>
<dt>Identifiant</dt><dd>${escape(message.messageId)}</dd></dl>
${files.length === 0 ? '' : `<h2>Pièces jointes</h2><ul>${files.join('')}</ul>`}
<h2>Texte</h2><pre>${escape(message.text)}</pre>
${message.html === '' ? '' : frame}
<p><a href="/messages/${message.id}/source" download>Télécharger le message d’origine</a></p>`,
  );
}

/** @returns {string} */
export function missingPage() {
  return page(
    'Page introuvable',
    '<h1>Page introuvable</h1><p>Ce message n’existe pas ou a été effacé. <a href="/">Tous les messages</a></p>',
  );
}
