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
import {
  ComparedPlan,
  type ComparedSection,
  type ComparedYear,
  ComparedYearTable,
} from './dry-run-comparison.pages';

/** A use beside what was decided for it. */
export interface DryRunRow {
  readonly name: string;
  /** Who says the amount under the pack that is tried: 文件定, 村里原来的 … */
  readonly by: string;
  readonly decided: Fen;
  /** Undefined while nobody has given a number it comes from. */
  readonly wouldBe: Fen | undefined;
  /** Which number is missing, and who gives it. */
  readonly missing?: string | undefined;
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
  /**
   * Below zero where the pack asks more than there was: then it is told what is missing. Undefined while an
   * amount is not known.
   */
  readonly left: Fen | undefined;
  /** Why it cannot be split as the pack says. */
  readonly problems: readonly string[];
  readonly checks: readonly CheckView[];
}

/** The dry run of one pack, or of two side by side, over a village's year. */
export interface DryRunPageProps {
  readonly frame: OfficeFrameProps;
  /** Villages to choose from, where an office stands in the address. */
  readonly villages?: readonly { readonly name: string; readonly href: string }[];
  /** Where a person of an office takes another village with the same choices. */
  readonly villagesHref?: string | undefined;
  readonly action: string;
  readonly choices: readonly {
    readonly name: 'pack' | 'other' | 'pool' | 'year';
    readonly label: string;
    readonly options: readonly Option[];
    readonly chosen: string;
  }[];
  /** The pack that is tried, with its region; absent until one was chosen. */
  readonly tried?: { readonly pack: string; readonly sections: readonly DryRunSection[] };
  /** The two packs that are tried, and where their texts stand side by side. */
  readonly compared?: {
    readonly one: string;
    readonly other: string;
    readonly textsHref: string;
    /** Only where several plans were decided in the year. */
    readonly year: ComparedYear | undefined;
    readonly sections: readonly ComparedSection[];
  };
  readonly listHref: string;
}

function Choices({ page }: { page: DryRunPageProps }) {
  return (
    <form method="get" action={page.action} class="report-choice">
      {page.choices.map(({ name, label, options, chosen }) => (
        <label>
          {label}
          <select name={name} required={name === 'pack'}>
            {!options.some(({ value }) => value === chosen) && <option value="">请选</option>}
            {options.map((option) => (
              <option value={option.value} selected={option.value === chosen}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">{page.villages === undefined ? '试算' : '选定'}</button>
    </form>
  );
}

function Use({ row: { name, by, missing, clause } }: { row: DryRunRow }) {
  return (
    <>
      {name}
      {by !== '' && <small>{by}</small>}
      {missing !== undefined && (
        <small>
          <StateChip state="undecided">{missing}</StateChip>
        </small>
      )}
      {clause !== undefined && (
        <small>
          <Citation clause={clause} />
        </small>
      )}
    </>
  );
}

function WouldBe({ fen }: { fen: Fen | undefined }) {
  if (fen === undefined) return <StateChip state="undecided" />;
  return fen < 0n ? <>{checkWords.notEnough(-fen)}</> : <Money fen={fen} />;
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
          cell: (row) => <Use row={row} />,
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
          cell: ({ wouldBe }) => <WouldBe fen={wouldBe} />,
          total: <Money fen={section.distributable} />,
        },
        {
          head: '相差',
          numeric: true,
          cell: ({ wouldBe, decided }) =>
            wouldBe !== undefined && wouldBe >= 0n && <Money fen={wouldBe - decided} signed />,
          // Where the money does not reach, the column has no sum: what is missing stands beside it.
          total: section.left !== undefined && section.left >= 0n && <Money fen={0n} />,
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
        <CheckCounts checks={section.checks} isTrial />
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

function Compared({ compared }: { compared: NonNullable<DryRunPageProps['compared']> }) {
  const { one, other, textsHref, year, sections } = compared;
  return (
    <>
      <p>
        {`甲：${one}`}
        <br />
        {`乙：${other}　`}
        <a href={textsHref}>两份条文对照</a>
      </p>
      {sections.length === 0 && <NothingDecided />}
      {year !== undefined && <ComparedYearTable year={year} />}
      {sections.map((section) => (
        <ComparedPlan section={section} />
      ))}
    </>
  );
}

function NothingDecided() {
  return <EmptyState sentence="这一年还没有定下来的方案。" />;
}

/**
 * A pack, or two side by side, over what a village decided in a year: decided, would be, difference, clause;
 * then the checks.
 */
export function DryRunPage(page: DryRunPageProps) {
  const { villages, tried, compared } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          照政策试算<span class="hint">拿过去一年的账和方案试，什么都不改　金额单位：元</span>
          <span class="aside">
            {page.villagesHref !== undefined && <a href={page.villagesHref}>换一个村</a>}
            <a href={page.listHref}>全部政策</a>
          </span>
        </h1>
        <Choices page={page} />
        {villages?.length === 0 && <EmptyState sentence="要试的是一个村的账，您没有能看账的村。" />}
        {villages !== undefined && villages.length > 0 && (
          <>
            <p>选好政策，再选一个村：</p>
            <ul>
              {villages.map((village) => (
                <li>
                  <a href={village.href}>{village.name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {tried !== undefined && <p>{`照${tried.pack}：`}</p>}
        {tried?.sections.length === 0 && <NothingDecided />}
        {tried?.sections.map((section) => (
          <Section section={section} />
        ))}
        {compared !== undefined && <Compared compared={compared} />}
      </div>
    </OfficeFrame>
  );
}
