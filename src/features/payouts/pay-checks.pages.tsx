import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** What stands out on a list. */
export interface PayChecksProps {
  readonly rows: readonly {
    readonly state: GlyphState;
    readonly word: string;
    readonly sentence: string;
    /** On which lines. */
    readonly numbers: string;
    /** With which the list went on; blank where none was given. */
    readonly reason: string;
    /** Where it is put right, or seen. */
    readonly way?: { readonly href: string; readonly label: string };
  }[];
  /** What wants a reason before the list is submitted. Field names: `reasons[<code>]`. */
  readonly asked: readonly { readonly code: string; readonly label: string }[];
}

/** What the office looks at before money goes: each finding says by itself why. */
export function PayChecks({ rows }: PayChecksProps) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        核对<span class="hint">程序对过名册、账户、分配方案、别的清单和以前的金额</span>
      </h2>
      <DataTable
        caption="核对"
        class="stacked"
        rows={rows}
        columns={[
          {
            head: '轻重',
            narrow: true,
            cell: ({ state, word }) => <StateChip state={state}>{word}</StateChip>,
          },
          {
            head: '看到什么',
            names: true,
            cell: ({ sentence, way }) => (
              <>
                {sentence}
                {way !== undefined && <a href={way.href}>{way.label}</a>}
              </>
            ),
          },
          { head: '行号', narrow: true, cell: ({ numbers }) => numbers },
          { head: '原因', cell: ({ reason }) => reason },
        ]}
      />
    </section>
  );
}
