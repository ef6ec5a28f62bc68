import { encode } from 'iconv-lite';
import { type PayFileList, writePayFile } from '../../domain/payouts/pay-file';
import type { PayFileLayout } from '../../domain/payouts/pay-file-layout';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { sha256 } from '../../platform/digests/sha256';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheets/csv-text';
import { writePlainWorkbook } from '../../platform/spreadsheets/write-workbook';

/** A file for the bank. */
export interface PayFileBytes {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A file as programs are given it: its bytes in Base64. */
export interface FileAnswer {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly base64: string;
}

export function fileAnswer({ name, mediaType, bytes }: PayFileBytes): FileAnswer {
  return { name, mediaType, sha256: sha256(bytes), base64: bytes.toString('base64') };
}

const MEDIA_TYPES: Readonly<Record<PayFileLayout['file']['form'], string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  fixed: 'text/plain',
};

function written(layout: PayFileLayout, list: PayFileList): ReturnType<typeof writePayFile> {
  return writePayFile(layout, list, (text) => encode(text, layout.file.encoding).length);
}

/** Everything that keeps a list from being written as its bank wants it. */
export function payFileProblems(layout: PayFileLayout, list: PayFileList): readonly Problem[] {
  return written(layout, list).problems;
}

/**
 * The file of a list as its bank wants it; the same list gives the same records.
 * @param drawnAt when the list was sent: a workbook carries no other time
 * @throws FormProblems `payFile.*` with everything that keeps it from being written
 */
export async function payFileBytes(
  layout: PayFileLayout,
  list: PayFileList,
  drawnAt: Date,
): Promise<PayFileBytes> {
  const { form, encoding } = layout.file;
  const { file, problems } = written(layout, list);
  refuseProblems(problems);
  const { name, titles, head, lines, foot } = file;
  const above = form === 'fixed' ? [head] : [head, titles];
  const records = [...above, ...lines, foot].filter((record) => record.length > 0);
  const mediaType = MEDIA_TYPES[form];
  if (form === 'xlsx') {
    const amounts = layout.lines.flatMap(({ of, unit }, place) =>
      of === 'amount' && unit !== 'fen' ? [place] : [],
    );
    return { name, mediaType, bytes: await writePlainWorkbook({ rows: records, amounts }, drawnAt) };
  }
  const text =
    form === 'csv'
      ? records.map(csvLine).join('')
      : records.map((record) => `${record.join('')}\r\n`).join('');
  const marked = form === 'csv' && encoding === 'utf8' ? BYTE_ORDER_MARK + text : text;
  return {
    name,
    mediaType: `${mediaType}; charset=${encoding === 'utf8' ? 'utf-8' : encoding}`,
    bytes: encode(marked, encoding),
  };
}
