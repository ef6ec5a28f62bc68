import type { Fen } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A balance that is carried over. */
export interface CarriedRow {
  readonly from: string;
  /** The account of the new chart; undefined while it is not chosen. */
  readonly to: string | undefined;
  readonly pool: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** An old account whose balance may go to several new ones. */
export interface ChartChoice {
  /** `choices[131]`. */
  readonly field: string;
  readonly label: string;
  readonly note: string;
  readonly options: readonly Option[];
}

/** The change to another chart of accounts. */
export interface ChartChangePageProps {
  readonly frame: OfficeFrameProps;
  /** The chart in force, and the one it is changed to. */
  readonly chart: string;
  /** Undefined where the books are kept under the last chart already. */
  readonly change?:
    | {
        readonly to: string;
        readonly year: string;
        readonly years: readonly {
          readonly label: string;
          readonly href: string;
          readonly current: boolean;
        }[];
        /** What keeps it from being done, choices left out. */
        readonly problems: readonly Problem[];
        readonly rows: readonly CarriedRow[];
        readonly choices: readonly ChartChoice[];
        /** Absent for those who only look. */
        readonly action?: string | undefined;
      }
    | undefined;
  readonly form: FormState;
  readonly booksHref: string;
}

type Change = NonNullable<ChartChangePageProps['change']>;

function Missing({ change, form }: { change: Change; form: FormState }) {
  if (change.problems.length === 0 || form.problems.length > 0) return null;
  return (
    <section>
      <h2>{`还差 ${change.problems.length} 件事，办完才能换`}</h2>
      <ul class="blockers">
        {change.problems.map((problem) => (
          <li>
            <StateGlyph state="attention" named />
            <p>{form.sentence(problem)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Carried({ change }: { change: Change }) {
  if (change.rows.length === 0) return <EmptyState sentence="没有余额要转，换了以后从零开始记。" />;
  const sum = (side: 'debit' | 'credit'): Fen => change.rows.reduce((total, row) => total + row[side], 0n);
  return (
    <DataTable
      caption="要转过去的余额"
      rows={change.rows}
      columns={[
        { head: '原来的科目', names: true, cell: (row) => row.from, total: '合计' },
        { head: '转到', cell: (row) => row.to ?? <span class="word">下面选</span> },
        { head: '资金类别', cell: (row) => row.pool },
        {
          head: '借方余额',
          numeric: true,
          cell: (row) => row.debit !== 0n && <Money fen={row.debit} />,
          total: <Money fen={sum('debit')} />,
        },
        {
          head: '贷方余额',
          numeric: true,
          cell: (row) => row.credit !== 0n && <Money fen={row.credit} />,
          total: <Money fen={sum('credit')} />,
        },
      ]}
    />
  );
}

function ChangeForm({ change, form, booksHref }: { change: Change; form: FormState; booksHref: string }) {
  if (change.action === undefined) return null;
  const waits = change.problems.length > 0;
  return (
    <PostForm action={change.action} entry>
      <input type="hidden" name="year" value={change.year} />
      <input type="hidden" name="chart" value={change.to} />
      {change.choices.map((choice) => (
        <Field
          form={form}
          name={choice.field}
          label={choice.label}
          options={choice.options}
          hint={choice.note}
        />
      ))}
      {waits ? (
        <div class="buttons">
          <button type="button" class="waiting" disabled>
            {`${change.year}年1月1日起换`}
          </button>
          <span class="hint">上面的事办完才能换。</span>
        </div>
      ) : (
        <FormButtons submit={`${change.year}年1月1日起换`} cancelHref={booksHref} />
      )}
      <p class="small">
        会记两张凭证：12月31日按原来的科目把余额全部转出，1月1日按新科目转入。换了以后，原来的科目不再记账，也不能冲销。
        先把原来年度的报表打印出来。
      </p>
    </PostForm>
  );
}

/** Which balances go where under the new chart, what has to be chosen, and one button. */
export function ChartChangePage({ frame, chart, change, form, booksHref }: ChartChangePageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          换会计科目
          <span class="hint">{`现在用${chart}　按意思转，不按编码转　金额单位：元`}</span>
        </h1>
        <ErrorSummary form={form} />
        {change === undefined ? (
          <EmptyState
            sentence="已经用最新的会计科目，不用换。"
            action={{ href: booksHref, label: '回到账簿。' }}
          />
        ) : (
          <>
            <nav class="tabs" aria-label="从哪一年起">
              {change.years.map((year) => (
                <a href={year.href} aria-current={year.current ? 'page' : undefined}>
                  {year.label}
                </a>
              ))}
            </nav>
            <Missing change={change} form={form} />
            <section>
              <h2>{`转到${change.to === '2023' ? '2023年的科目' : change.to}`}</h2>
              <Carried change={change} />
            </section>
            <ChangeForm change={change} form={form} booksHref={booksHref} />
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
