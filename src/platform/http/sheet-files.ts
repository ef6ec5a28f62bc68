import { StreamableFile } from '@nestjs/common';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of paper, which the browser shows. */
export function pdfFile(bytes: Buffer): StreamableFile {
  return new StreamableFile(bytes, { type: 'application/pdf' });
}

/** A workbook to keep. @param name of the file, in plain letters and without its ending */
export function workbookFile(bytes: Buffer, name: string): StreamableFile {
  return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="${name}.xlsx"` });
}
