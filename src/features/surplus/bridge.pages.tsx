import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { SheetTableView } from '../../platform/views/sheet-table';

/** The bridge between what the statement and what the pool calls distributable. */
export interface BridgePageProps {
  readonly frame: OfficeFrameProps;
  readonly table: SheetTable;
  readonly booksHref: string;
  readonly sheetHref: string;
  readonly workbookHref: string;
  readonly pools: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

/** From the statement's surplus to the pool's cash, every difference with its reason. */
export function BridgePage(page: BridgePageProps) {
  const { table } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide report">
        <p class="small">
          <a href={page.booksHref}>← 账簿</a>
        </p>
        <h1>
          {table.title}
          <span class="hint">{`${table.span}　金额单位：元`}</span>
          <span class="aside">
            <a href={page.workbookHref}>导出 Excel</a>　<a href={page.sheetHref}>打印（PDF）</a>
          </span>
        </h1>
        <nav class="small tab-rows" aria-label="资金">
          {page.pools.map((pool) => (
            <a href={pool.href} aria-current={pool.current ? 'page' : undefined}>
              {pool.label}
            </a>
          ))}
        </nav>
        <p class="hint">报表上的可分配收益和账上能分的钱为什么不一样，一项一项说清，加起来分文不差。</p>
        <SheetTableView table={table} />
      </div>
    </OfficeFrame>
  );
}
