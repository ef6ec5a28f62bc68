import type { Fen } from '../../domain/money/fen';
import { Citation, type Clause } from '../../platform/views/citation';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A floor or a cap over the year: what its uses have, what it asks or allows, what may still come of it. */
export interface YearFloorRow {
  readonly says: string;
  readonly clause: Clause;
  readonly isFloor: boolean;
  readonly have: Fen;
  /** The least of a floor, the most of a cap; undefined where a number is missing. */
  readonly need: Fen | undefined;
  readonly isShort: boolean;
  readonly words: string;
}

/** The floors and caps over the year as they stand with a plan; nothing where the policy has none. */
export function YearFloors({ floors, heading }: { floors: readonly YearFloorRow[]; heading: string }) {
  if (floors.length === 0) return null;
  return (
    <section data-live="floors">
      <h2>{heading}</h2>
      <DataTable
        caption={heading}
        class="stacked"
        rows={floors}
        columns={[
          {
            head: '规定',
            names: true,
            cell: (row) => (
              <>
                {row.says} <Citation clause={row.clause} />
              </>
            ),
          },
          { head: '用了，连这份', numeric: true, cell: (row) => <Money fen={row.have} /> },
          {
            head: '要到',
            numeric: true,
            cell: ({ need, isFloor }) =>
              need === undefined ? (
                '还定不了'
              ) : (
                <>
                  <Money fen={need} />
                  <small>{isFloor ? '最低' : '最高'}</small>
                </>
              ),
          },
          {
            head: '还能怎样',
            cell: (row) => (row.isShort ? <strong class="blocked-text">{row.words}</strong> : row.words),
          },
        ]}
      />
    </section>
  );
}
