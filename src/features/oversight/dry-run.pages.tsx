import type { Fen } from '../../domain/money/fen';
import { checkWords } from '../../glossary/remarks';
import { Citation, type Clause } from '../../platform/views/citation';
import { type CheckView, CheckCounts, CheckList } from '../../platform/views/check-result';
import { EmptyState } from '../../platform/views/empty-state';
import type { Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** A use beside what was decided for it. */
export interface DryRunRow {
  readonly name: string;
  /** Who says the amount under the pack that is tried: 文件定, 村里原来的 … */
  readonly by: string;
  readonly decided: Fen;
  readonly wouldBe: Fen;
  readonly clause: Clause | undefined;
}

/** One decided plan under the pack that is tried. */
export interface DryRunSection {
  readonly title: string;
  /** Absent for the county's officer, who opens no books. */
  readonly planHref: string | undefined;
  readonly distributable: Fen;
  readonly rows: readonly DryRunRow[];
  readonly decidedLeft: Fen;
  /** Below zero where the pack asks more than there was: then it is told what is missing. */
  readonly left: Fen;
  /** Why it cannot be split as the pack says. */
  readonly problems: readonly string[];
  readonly checks: readonly CheckView[];
}

/** The dry run of a pack over a village's year. */
export interface DryRunPageProps {
  readonly frame: OfficeFrameProps;
  /** Villages to choose from, where an office stands in the address. */
  readonly villages: readonly { readonly name: string; readonly href: string }[] | undefined;
  readonly action: string;
  readonly choices: readonly {
    readonly name: 'pack' | 'pool' | 'year';
    readonly label: string;
    readonly options: readonly Option[];
    readonly chosen: string;
  }[];
  /** The pack that is tried, with its region. */
  readonly tried: string | undefined;
  /** Undefined until a pack was chosen. */
  readonly sections: readonly DryRunSection[] | undefined;
  readonly listHref: string;
}

function Choices({ page }: { page: DryRunPageProps }) {
  return (
    <form method="get" action={page.action} class="report-choice">
      {page.choices.map(({ name, label, options, chosen }) => (
        <label>
          {label}
          <select name={name}>
            {options.map((option) => (
              <option value={option.value} selected={option.value === chosen}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">试算</button>
    </form>
  );
}

function Uses({ section }: { section: DryRunSection }) {
  const left = { name: '留到下期', by: '', decided: section.decidedLeft, wouldBe: section.left };
  const rows: readonly DryRunRow[] = [...section.rows, { ...left, clause: undefined }];
  return (
    <DataTable
      caption={section.title}
      rows={rows}
      columns={[
        {
          head: '用途',
          names: true,
          total: '可分配收益',
          cell: (row) => (
            <>
              {row.name}
              {row.by !== '' && <small>{row.by}</small>}
              {row.clause !== undefined && (
                <small>
                  <Citation clause={row.clause} />
                </small>
              )}
            </>
          ),
        },
        {
          head: '原来定的',
          numeric: true,
          cell: (row) => <Money fen={row.decided} />,
          total: <Money fen={section.distributable} />,
        },
        {
          head: '照这份',
          numeric: true,
          cell: ({ wouldBe }) => (wouldBe < 0n ? checkWords.notEnough(-wouldBe) : <Money fen={wouldBe} />),
          total: <Money fen={section.distributable} />,
        },
        {
          head: '相差',
          numeric: true,
          cell: (row) => row.wouldBe >= 0n && <Money fen={row.wouldBe - row.decided} signed />,
          // Where the money does not reach, the column has no sum: what is missing stands beside it.
          total: section.left >= 0n && <Money fen={0n} />,
        },
      ]}
    />
  );
}

function Section({ section }: { section: DryRunSection }) {
  return (
    <section>
      <h2>
        {section.title}
        {section.planHref !== undefined && (
          <a class="hint" href={section.planHref}>
            原来的方案
          </a>
        )}
        <CheckCounts checks={section.checks} />
      </h2>
      {section.problems.map((problem) => (
        <p>
          <StateChip state="blocked">{problem}</StateChip>
        </p>
      ))}
      <Uses section={section} />
      <h3 class="small">原来定的，照这份查</h3>
      <CheckList checks={section.checks} />
    </section>
  );
}

/** A pack over what a village decided in a year: decided, would be, difference, clause; then the checks. */
export function DryRunPage(page: DryRunPageProps) {
  const { villages, sections } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          照一份政策试算<span class="hint">拿过去一年的账和方案试，什么都不改　金额单位：元</span>
          <span class="aside">
            <a href={page.listHref}>全部政策</a>
          </span>
        </h1>
        {villages === undefined ? (
          <Choices page={page} />
        ) : (
          <>
            <p>选一个村：</p>
            <ul>
              {villages.map((village) => (
                <li>
                  <a href={village.href}>{village.name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {page.tried !== undefined && <p>{`照${page.tried}：`}</p>}
        {sections?.length === 0 && <EmptyState sentence="这一年还没有定下来的方案。" />}
        {sections?.map((section) => (
          <Section section={section} />
        ))}
      </div>
    </OfficeFrame>
  );
}
