import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A decided plan whose figures the books tell otherwise, in no decided plan yet. */
export interface QueuedMoved {
  readonly village: string;
  /** 2025年上半年光伏收益方案 */
  readonly plan: string;
  readonly href: string;
  /** How many vouchers put something right, and what they do to what may be distributed; fen. */
  readonly vouchers: number;
  readonly effect: Fen;
}

/** Sheets that hang and no longer say what the books say: nothing is to be decided, something to be known. */
export function MovedSheets({ moved }: { moved: readonly QueuedMoved[] }) {
  if (moved.length === 0) return null;
  return (
    <section>
      <h2>
        批准以后账有更正<span class="hint">公示不改，差额由下一期方案带过去</span>
      </h2>
      <DataTable
        caption="批准以后账有更正的方案"
        rows={moved}
        columns={[
          { head: '村', names: true, cell: ({ village }) => village },
          { head: '方案', cell: ({ plan, href }) => <a href={href}>{plan}</a> },
          { head: '更正', numeric: true, narrow: true, cell: ({ vouchers }) => `${vouchers}笔` },
          { head: '可分配收益', numeric: true, cell: ({ effect }) => <Money fen={effect} signed /> },
        ]}
      />
    </section>
  );
}
