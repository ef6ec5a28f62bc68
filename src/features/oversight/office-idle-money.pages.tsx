import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { daysOf } from './idle-sums.pages';

/** A village as its township sees it. */
export interface VillageIdleRow {
  readonly village: string;
  readonly href: string;
  readonly lying: Fen;
  readonly over: Fen;
  readonly unexplained: Fen;
  readonly longest: number;
  readonly paidAfter: number | undefined;
}

/** What lies still in the villages of a township. */
export interface OfficeIdleMoneyPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly VillageIdleRow[];
  readonly over: Fen;
  readonly rule: string;
  readonly homeHref: string;
}

/** The villages of a township, the one with most that lies too long without a word first. */
export function OfficeIdleMoneyPage(page: OfficeIdleMoneyPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          各村放着没动的钱<span class="hint">{`金额单位：元　${page.rule}`}</span>
          <a class="aside" href={page.homeHref}>
            回到各村
          </a>
        </h1>
        <p>
          各村放得太久的（已经走了的也算），一共 <Money fen={page.over} />。
        </p>
        {page.rows.length === 0 ? (
          <EmptyState sentence="下面还没有村。" />
        ) : (
          <DataTable
            caption="各村放着没动的钱"
            rows={page.rows}
            columns={[
              { head: '村', names: true, cell: ({ village, href }) => <a href={href}>{village}</a> },
              { head: '还放着', numeric: true, cell: ({ lying }) => <Money fen={lying} /> },
              { head: '放得太久', numeric: true, cell: ({ over }) => <Money fen={over} /> },
              {
                ...{ head: '没有说明', numeric: true },
                cell: ({ unexplained }) =>
                  unexplained > 0n ? (
                    <b class="blocked-text">
                      <Money fen={unexplained} />
                    </b>
                  ) : (
                    <Money fen={unexplained} />
                  ),
              },
              { head: '放得最久', numeric: true, cell: ({ longest }) => daysOf(longest) },
              {
                ...{ head: '发到人前', numeric: true },
                cell: ({ paidAfter }) => (paidAfter === undefined ? '没有发过' : daysOf(paidAfter)),
              },
            ]}
          />
        )}
      </div>
    </OfficeFrame>
  );
}
