import { spawnSync } from 'node:child_process';

/**
 * The words of a printed sheet as poppler's `pdftotext` reads them back, or undefined where the machine has
 * no such program.
 * Spaces and the width of punctuation are set by the printer, so they are taken out.
 */
export function sheetText(pdf: Buffer): string | undefined {
  const read = spawnSync('pdftotext', ['-', '-'], { input: pdf, maxBuffer: 16 * 1024 * 1024 });
  return read.error === undefined && read.status === 0 ? plainWords(read.stdout.toString('utf8')) : undefined;
}

/** A text without spaces and with narrow punctuation, for comparing words. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
