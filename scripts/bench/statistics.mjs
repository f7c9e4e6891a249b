/**
 * @param {readonly number[]} values milliseconds
 * @returns {{ n: number, p50: number, p95: number, p99: number }} nearest rank
 */
export function percentiles(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) =>
    round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** @param {number} value @param {number} [digits] @returns {number} */
export function round(value, digits = 1) {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/**
 * Lines of a table in Markdown, columns aligned.
 * @param {readonly string[]} titles
 * @param {readonly (readonly (string | number)[])[]} rows
 * @returns {string}
 */
export function markdownTable(titles, rows) {
  const cells = [titles, titles.map(() => ''), ...rows.map((row) => row.map(String))];
  const widths = titles.map((_, i) => Math.max(3, ...cells.map((row) => String(row[i] ?? '').length)));
  return cells
    .map(
      (row, n) =>
        `| ${widths.map((width, i) => (n === 1 ? '-'.repeat(width) : String(row[i] ?? '').padEnd(width))).join(' | ')} |`,
    )
    .join('\n');
}
