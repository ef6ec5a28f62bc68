import { type LineSettling, settledSum } from '../../domain/distribution/line-settling';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** What became of the lines of a decided plan, each by its name. */
export interface PlanSettlingProps {
  readonly settling?: readonly (LineSettling & { readonly name: string })[];
}

/** Each line to the fen: what is paid, what is granted and still to pay, what is left of it. */
export function PlanSettling({ settling = [] }: PlanSettlingProps) {
  if (settling.length === 0) return null;
  const all = settledSum(settling);
  const column = (head: string, part: keyof LineSettling) => ({
    ...{ head, numeric: true, total: <Money fen={all[part]} /> },
    cell: (row: LineSettling) => <Money fen={row[part]} />,
  });
  return (
    <section>
      <h2>
        各项发到哪里
        <span class="hint">待发：列支了，还没付出去</span>
      </h2>
      <DataTable
        caption="各项已发、待发和剩下的"
        class="stacked"
        rows={settling}
        columns={[
          { head: '用途', names: true, cell: (row) => row.name, total: '合计' },
          column('定了', 'amount'),
          column('已发', 'paid'),
          column('待发', 'toPay'),
          column('还没列支', 'left'),
          ...(all.released === 0n ? [] : [column('放回', 'released')]),
        ]}
      />
    </section>
  );
}
