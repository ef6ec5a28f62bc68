import { SheetPage, type SheetPageProps } from '../../platform/views/sheet-page';
import { SheetTableView } from '../../platform/views/sheet-table';

/** The bridge between what the statement and what the pool calls distributable. */
export interface BridgePageProps extends SheetPageProps {
  readonly pools: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
}

/** From the statement's surplus to the pool's cash, every difference with its reason. */
export function BridgePage(page: BridgePageProps) {
  return (
    <SheetPage page={page}>
      <nav class="small tab-rows" aria-label="资金">
        {page.pools.map((pool) => (
          <a href={pool.href} aria-current={pool.current ? 'page' : undefined}>
            {pool.label}
          </a>
        ))}
      </nav>
      <p class="hint">报表上的可分配收益和账上能分的钱为什么不一样，一项一项说清，加起来分文不差。</p>
      <SheetTableView table={page.table} />
    </SheetPage>
  );
}
