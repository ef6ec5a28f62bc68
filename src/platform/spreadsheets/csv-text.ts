/** Tells a spreadsheet that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const PLAIN_AMOUNT = /^-?\d+\.\d\d$/;

/**
 * A line of a table as text: cells with commas between them, ended by CR LF. No spreadsheet takes a cell for
 * a formula; one that holds a comma, a quote or a line end is quoted. Source: RFC 4180.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !PLAIN_AMOUNT.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
