import { fullDayText } from '../../platform/views/day-text';
import { DataTable } from '../../platform/views/table';
import type { WithdrawnUse } from './withdrawn-uses.view';

/** The works or projects that were typed wrongly, folded; nothing where none was. */
export function WithdrawnUses({ what, rows }: { readonly what: string; rows: readonly WithdrawnUse[] }) {
  if (rows.length === 0) return null;
  return (
    <details class="fold">
      <summary>{`撤掉的${what}（${rows.length}）`}</summary>
      <DataTable
        caption={`撤掉的${what}`}
        class="plain"
        rows={rows}
        columns={[
          { head: what, names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
          { head: '哪天撤的', narrow: true, cell: (row) => fullDayText(row.on) },
          { head: '为什么撤', cell: (row) => row.why },
        ]}
      />
    </details>
  );
}
