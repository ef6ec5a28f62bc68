import type { Fen } from '../../domain/money/fen';
import { checkWords } from '../../glossary/remarks';
import { Citation, type Clause } from '../../platform/views/citation';
import { Money } from '../../platform/views/money';
import { StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';
import { Bound, type BoundView, type ComparedChecks, ChecksOfBoth } from './compared-checks.pages';

/** A use under one of the two packs. */
export interface ComparedSide {
  /** Undefined while nobody has given a number it comes from. */
  readonly amount: Fen | undefined;
  /** Who says the amount: 文件定的, 村里原来定的 …; what the pack calls the use where the other has no such name. */
  readonly by: string;
  /** Which number is missing, and who gives it. */
  readonly missing: string | undefined;
  readonly bound: BoundView | undefined;
  /** The clauses the amount and its bound come from. */
  readonly clauses: readonly Clause[];
}

/** A use of the plan under both packs. */
export interface ComparedRow {
  readonly name: string;
  readonly decided: Fen;
  readonly one: ComparedSide;
  readonly other: ComparedSide;
  /** The other pack's amount less the first one's. */
  readonly difference: Fen | undefined;
}

/** One decided plan under two packs. */
export interface ComparedSection extends ComparedChecks {
  readonly title: string;
  /** Absent for the county's officer, who opens no books. */
  readonly planHref: string | undefined;
  readonly distributable: Fen;
  readonly rows: readonly ComparedRow[];
  readonly left: {
    readonly decided: Fen;
    readonly one: Fen | undefined;
    readonly other: Fen | undefined;
    readonly difference: Fen | undefined;
  };
  /** Why the money cannot be split as each pack says. */
  readonly problems: { readonly one: readonly string[]; readonly other: readonly string[] };
}

/** The uses of a year in which several plans were decided. */
export interface ComparedYear {
  readonly rows: readonly {
    readonly name: string;
    readonly decided: Fen;
    readonly one: Fen | undefined;
    readonly other: Fen | undefined;
    readonly difference: Fen | undefined;
  }[];
  readonly total: Omit<ComparedYear['rows'][number], 'name'>;
}

/** An amount of a pack; 定不了 while it is not known, and what is missing where the money does not reach. */
function Amount({ fen }: { fen: Fen | undefined }) {
  if (fen === undefined) return <StateChip state="undecided" />;
  if (fen < 0n) return <span class="blocked-text">{checkWords.notEnough(-fen)}</span>;
  return <Money fen={fen} />;
}

function Difference({ fen }: { fen: Fen | undefined }) {
  return fen === undefined ? <StateChip state="undecided" /> : <Money fen={fen} signed />;
}

/** Who says an amount, by which clause; the bound it is held to, where it is not the amount itself. */
function Side({ mark, side }: { mark: string; side: ComparedSide }) {
  const { by, missing, bound, amount, clauses } = side;
  const isSaid = bound?.side === 'exact' && bound.amount === amount;
  return (
    <div class="basis">
      <span>{`${mark}　${by}`}</span>
      {missing !== undefined && <StateChip state="undecided">{missing}</StateChip>}
      {bound !== undefined && !isSaid && <Bound bound={bound} amount={amount} />}
      {clauses.map((clause) => (
        <Citation clause={clause} />
      ))}
    </div>
  );
}

/** The row of what is left: no document says it, it is what the others leave. */
type Row = Omit<ComparedRow, 'one' | 'other'> & {
  readonly one: Pick<ComparedSide, 'amount'> | ComparedSide;
  readonly other: Pick<ComparedSide, 'amount'> | ComparedSide;
};

function Uses({ section }: { section: ComparedSection }) {
  const { left, distributable } = section;
  const leftRow: Row = {
    ...{ name: '留到下期', decided: left.decided, difference: left.difference },
    ...{ one: { amount: left.one }, other: { amount: left.other } },
  };
  const rows: readonly Row[] = [...section.rows, leftRow];
  const whole = <Money fen={distributable} />;
  return (
    <DataTable
      caption={section.title}
      class="runs"
      rows={rows}
      columns={[
        { head: '用途', names: true, cell: (row) => row.name, total: '可分配收益' },
        { head: '原来定的', numeric: true, cell: (row) => <Money fen={row.decided} />, total: whole },
        { head: '照甲', numeric: true, cell: (row) => <Amount fen={row.one.amount} />, total: whole },
        { head: '照乙', numeric: true, cell: (row) => <Amount fen={row.other.amount} />, total: whole },
        {
          head: '乙比甲',
          numeric: true,
          cell: (row) => <Difference fen={row.difference} />,
          total: left.difference !== undefined && <Money fen={0n} />,
        },
        {
          head: '依据',
          cell: ({ one, other }) => (
            <>
              {'by' in one && <Side mark="甲" side={one} />}
              {'by' in other && <Side mark="乙" side={other} />}
            </>
          ),
          total: '',
        },
      ]}
    />
  );
}

/** The uses of the whole year; what was left of one plan went into the next, so it stands in no sum. */
export function ComparedYearTable({ year }: { year: ComparedYear }) {
  const { rows, total } = year;
  return (
    <section>
      <h2>
        全年合计<span class="hint">各次方案加起来；留下的钱转到下一次，不重复算</span>
      </h2>
      <DataTable
        caption="全年合计"
        class="runs"
        rows={rows}
        columns={[
          { head: '用途', names: true, cell: (row) => row.name, total: '分掉的合计' },
          {
            head: '原来定的',
            numeric: true,
            cell: (row) => <Money fen={row.decided} />,
            total: <Money fen={total.decided} />,
          },
          {
            head: '照甲',
            numeric: true,
            cell: (row) => <Amount fen={row.one} />,
            total: <Amount fen={total.one} />,
          },
          {
            head: '照乙',
            numeric: true,
            cell: (row) => <Amount fen={row.other} />,
            total: <Amount fen={total.other} />,
          },
          {
            head: '乙比甲',
            numeric: true,
            cell: (row) => <Difference fen={row.difference} />,
            total: <Difference fen={total.difference} />,
          },
        ]}
      />
    </section>
  );
}

function Problems({ section: { problems } }: { section: ComparedSection }) {
  const marked = [
    ...problems.one.map((problem) => `照甲：${problem}`),
    ...problems.other.map((problem) => `照乙：${problem}`),
  ];
  return (
    <>
      {marked.map((problem) => (
        <p>
          <StateChip state="blocked">{problem}</StateChip>
        </p>
      ))}
    </>
  );
}

/** One decided plan under two packs: amounts and what they come from, then what the checks say. */
export function ComparedPlan({ section }: { section: ComparedSection }) {
  return (
    <section class="run">
      <h2>
        {section.title}
        {section.planHref !== undefined && (
          <a class="hint" href={section.planHref}>
            原来的方案
          </a>
        )}
      </h2>
      <Problems section={section} />
      <Uses section={section} />
      <ChecksOfBoth checks={section} />
    </section>
  );
}
