import { CsvError, parse } from 'csv-parse/sync';
import { decode } from 'iconv-lite';
import { brokenUtf8Line } from './broken-utf8';
import { isUtf16 } from './sniff-file';
import { GatheredRows, refusedFile, type Table, type TableLimits } from './table';

/**
 * Reads comma, tab or semicolon separated text: UTF-8 with or without its mark, UTF-16 with it, GB18030.
 * @throws FormProblems `file.*`
 */
export function readTextTable(bytes: Buffer, limits: TableLimits): Table {
  return tableOf(decodeText(bytes), limits);
}

/** Reads rows pasted from a spreadsheet: cells parted by tabs. @throws FormProblems `file.*` */
export function readPastedTable(text: string, limits: TableLimits): Table {
  return tableOf(text, limits);
}

function tableOf(text: string, limits: TableLimits): Table {
  const rows = new GatheredRows(limits);
  recordsOf(text).forEach((record, place) => {
    const cells = record.map(unwrapped).map((value, column) => {
      if (!/^=[^=\s]/.test(value)) return value;
      rows.refuse('file.formula', { row: place + 1, column, value });
      return '';
    });
    rows.add(place + 1, cells);
  });
  return rows.finish();
}

function recordsOf(text: string): string[][] {
  const delimiter = delimiterOf(text);
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusedFile('file.quoteOpen');
  }
}

/** `="0012"` is how a bank keeps a spreadsheet from reading digits as a number: the digits are meant. */
function unwrapped(cell: string): string {
  const text = cell.trim();
  return /^="([\d\s]*)"$/.exec(text)?.[1] ?? text;
}

/**
 * Without a mark it is UTF-8 where every byte fits, otherwise what Chinese spreadsheets save as "CSV". UTF-8
 * with a broken character is neither: read as GB18030 it would be words that nobody wrote.
 * @throws FormProblems `file.brokenText` with the line, `file.encoding`
 */
export function decodeText(bytes: Buffer): string {
  if (isUtf16(bytes)) return whole(decode(bytes, 'utf16-le'));
  const utf8 = utf8Of(bytes);
  if (utf8 !== undefined && !isMisread(utf8)) return whole(utf8);
  const line = utf8 === undefined ? brokenUtf8Line(bytes) : undefined;
  if (line !== undefined) throw refusedFile('file.brokenText', { line });
  return whole(decode(bytes, 'gb18030'));
}

/** The sign for what could not be read stands in no file that somebody wrote. */
function whole(text: string): string {
  if (text.includes('\ufffd')) throw refusedFile('file.encoding');
  return text;
}

function utf8Of(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A few words in GB18030 happen to be UTF-8 as well; but then they are Greek or Arabic, without a Han. */
function isMisread(text: string): boolean {
  return (
    /[\u0080-\u07ff]/.test(text) && !/[\p{Script=Han}\p{Script=Latin}\d]/u.test(text.replace(/[ -~]/g, ''))
  );
}

const DELIMITERS = ['\t', ',', ';'] as const;
const LINES_LOOKED_AT = 30;

/** The delimiter that stands in the most of the first lines; among equals in the most places. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, LINES_LOOKED_AT);
  const counted = DELIMITERS.map((delimiter) => {
    const each = lines.map((line) => line.trimEnd().split(delimiter).length - 1);
    const places = each.reduce((sum, count) => sum + count, 0);
    return { delimiter, lines: each.filter((count) => count > 0).length, places };
  });
  counted.sort((one, other) => other.lines - one.lines || other.places - one.places);
  return counted[0]?.delimiter ?? ',';
}
