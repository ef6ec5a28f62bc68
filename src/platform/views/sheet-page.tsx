import type { ComponentChildren } from 'preact';
import type { SheetTable } from '../spreadsheets/sheet-table';
import { OfficeFrame, type OfficeFrameProps } from './office-frame';

/** A book or report on the screen, with the same table on paper and as a workbook. */
export interface SheetPageProps {
  readonly frame: OfficeFrameProps;
  readonly table: SheetTable;
  readonly workbookHref: string;
  readonly sheetHref: string;
}

/** The head every book and report has: name, days, two files; below it what chooses, and the table. */
export function SheetPage({ page, children }: { page: SheetPageProps; children: ComponentChildren }) {
  const { title, span } = page.table;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide report">
        <h1>
          {title}
          <span class="hint">{`${span}　金额单位：元`}</span>
          <span class="aside">
            <a href={page.workbookHref}>导出 Excel</a>
            <a href={page.sheetHref}>打印（PDF）</a>
          </span>
        </h1>
        {children}
      </div>
    </OfficeFrame>
  );
}
