import { refusedFile } from './table';

/** What a file is by its first bytes. Its name says nothing: banks send web pages named .xls. */
export type FileKind = 'packed' | 'text';

const PACKED = Buffer.from('PK\u0003\u0004', 'latin1');
const PACKED_AND_EMPTY = Buffer.from('PK\u0005\u0006', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const MARKUP = /^\s*<(?:!doctype|html|head|body|table|meta|\?xml|style)/i;

/**
 * @throws FormProblems `file.empty`, `file.encrypted`, `file.oldExcel` (.xls of before 2007),
 *   `file.webPage` (a page or XML under another name), `file.notATable`
 */
export function sniffFile(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw refusedFile('file.empty');
  if (startsWith(bytes, PACKED) || startsWith(bytes, PACKED_AND_EMPTY)) return 'packed';
  if (startsWith(bytes, COMPOUND))
    throw refusedFile(bytes.includes(ENCRYPTED) ? 'file.encrypted' : 'file.oldExcel');
  if (
    MARKUP.test(
      bytes
        .subarray(0, 200)
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, ''),
    )
  )
    throw refusedFile('file.webPage');
  if (!isUtf16(bytes) && bytes.subarray(0, 4096).includes(0)) throw refusedFile('file.notATable');
  if (
    /^(?:%PDF|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|Rar!|7z\u00bc)/.test(bytes.subarray(0, 8).toString('latin1'))
  )
    throw refusedFile('file.notATable');
  return 'text';
}

/** Whether the text says by its mark that it is UTF-16, as Excel saves "Unicode text". */
export function isUtf16(bytes: Buffer): boolean {
  return startsWith(bytes, Buffer.from([0xff, 0xfe]));
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
