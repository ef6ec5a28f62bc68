import { fieldLabel } from '../../glossary/terms';
import { FieldErrors, fieldId, fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Control, type Option } from '../../platform/views/field';
import { ScrollBox } from '../../platform/views/table';

/** What the lines of a voucher are chosen from. */
export interface GridChoices {
  /** Accounts as `102 银行存款`, in the chart's order. */
  readonly accounts: readonly string[];
  readonly pools: readonly Option[];
  readonly assets: readonly Option[];
  readonly streams: readonly Option[];
  /** Names of the registered counterparties. */
  readonly counterparties: readonly string[];
  /** What its lines may say that they pay: where there is something to be said of it. */
  readonly debts: readonly Option[];
}

/** The grid of a voucher's lines. */
export interface VoucherGridProps {
  readonly form: FormState;
  readonly choices: GridChoices;
  /** How many rows stand there; blank ones are left out when the form is posted. */
  readonly rows: number;
}

const COLUMNS = ['ledgerAccount', 'debit', 'credit', 'pool', 'counterparty', 'assetId'] as const;
const MORE = ['stream', 'generationMonth'] as const;
/** Where lines pay what was granted: which of it. */
const PAYS = ['paysDebt'] as const;
type CellName = (typeof COLUMNS)[number] | (typeof MORE)[number] | (typeof PAYS)[number];

function cellsOf({ debts }: GridChoices): readonly CellName[] {
  return [...COLUMNS, ...MORE, ...(debts.length === 0 ? [] : PAYS)];
}

const NUMERIC: readonly CellName[] = ['debit', 'credit'];
const LISTS: Partial<Record<CellName, string>> = {
  ledgerAccount: 'accounts',
  counterparty: 'counterparties',
};

function Cell({ grid, row, cell }: { grid: VoucherGridProps; row: number; cell: CellName }) {
  const { form, choices } = grid;
  const name = `lines[${row}][${cell}]`;
  const wrong = fieldProblems(form, name).length > 0;
  const blank: Option = { value: '', label: cell === 'pool' && row > 0 ? '同上一行' : '' };
  const options: Partial<Record<CellName, readonly Option[]>> = {
    pool: row > 0 ? [blank, ...choices.pools] : choices.pools,
    assetId: [blank, ...choices.assets],
    stream: [blank, ...choices.streams],
    paysDebt: [blank, ...choices.debts],
  };
  const label = `head-${cell} row-${row}`;
  const chosen = options[cell];
  return (
    <td class={`cell-${cell}${NUMERIC.includes(cell) ? ' n' : ''}`} data-head={fieldLabel(cell)}>
      {chosen !== undefined ? (
        <Control form={form} name={name} options={chosen} labelledBy={label} />
      ) : (
        <input
          type="text"
          id={fieldId(name)}
          name={name}
          value={form.values[name] ?? ''}
          list={LISTS[cell]}
          inputMode={NUMERIC.includes(cell) ? 'decimal' : undefined}
          placeholder={cell === 'generationMonth' ? '2025-06' : undefined}
          aria-labelledby={label}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? `${fieldId(name)}-wrong` : undefined}
        />
      )}
      <FieldErrors form={form} name={name} />
    </td>
  );
}

function Heads({ cells }: { cells: readonly CellName[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" class="narrow">
          行
        </th>
        {cells.map((name) => (
          <th scope="col" id={`head-${name}`} class={NUMERIC.includes(name) ? 'n' : undefined}>
            {fieldLabel(name)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/**
 * The lines of a voucher, typed across: works without any script; with it, F4 fills in the amount that
 * balances and the foot counts along. On a phone each line lies as a card.
 */
export function VoucherGrid(grid: VoucherGridProps) {
  const cells = cellsOf(grid.choices);
  const rows = Array.from({ length: grid.rows }, (_, row) => row);
  return (
    <div class="voucher-grid" id="field-lines" tabIndex={-1}>
      <ScrollBox label="分录">
        <table class="data entry-table stacked" data-voucher-grid>
          <caption class="read-aloud">分录</caption>
          <Heads cells={cells} />
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row" class="narrow" id={`row-${row}`}>
                  {row + 1}
                </th>
                {cells.map((cell) => (
                  <Cell grid={grid} row={row} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot hidden data-needs-script>
            <tr>
              <th scope="row" colSpan={2}>
                {'合计　'}
                <span data-difference role="status" />
              </th>
              <td class="n" data-sum="debit" data-head={fieldLabel('debit')} />
              <td class="n" data-sum="credit" data-head={fieldLabel('credit')} />
              <td colSpan={cells.length - 3} />
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
      <FieldErrors form={grid.form} name="lines" />
      <datalist id="accounts">
        {grid.choices.accounts.map((text) => (
          <option value={text} />
        ))}
      </datalist>
      <datalist id="counterparties">
        {grid.choices.counterparties.map((text) => (
          <option value={text} />
        ))}
      </datalist>
      <script src="/assets/voucher-grid.js" defer />
    </div>
  );
}
