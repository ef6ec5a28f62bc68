import type ExcelJs from 'exceljs';

/**
 * The reader and writer of workbooks. A third of a second goes by until it is loaded: only who brings or
 * takes a workbook waits for it, not every start of the program.
 */
export async function loadExcelJs(): Promise<typeof ExcelJs> {
  const { default: loaded } = await import('exceljs');
  return loaded;
}
