/**
 * French spacing: what we write with ordinary spaces is shown with unbreakable ones where the rule wants them.
 * @param {string} text
 * @returns {string}
 */
export function typography(text) {
  return text
    .replace(/ (?=[:;?!»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/n° /g, 'n°\u00a0');
}
