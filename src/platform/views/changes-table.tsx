import { DataTable } from './table';

/** A change of a contract: since when, to what, why. */
export interface ContractChangeRow {
  readonly day: string;
  readonly text: string;
  readonly reason: string;
}

/** What changed of a contract since it was signed; nothing where nothing did. */
export function ChangesTable({ changes }: { changes: readonly ContractChangeRow[] }) {
  if (changes.length === 0) return null;
  return (
    <section>
      <h2>变更</h2>
      <DataTable
        caption="变更"
        rows={changes}
        columns={[
          { head: '日期', narrow: true, cell: (row) => row.day },
          { head: '变更', names: true, cell: (row) => row.text },
          { head: '理由', cell: (row) => row.reason },
        ]}
      />
    </section>
  );
}
