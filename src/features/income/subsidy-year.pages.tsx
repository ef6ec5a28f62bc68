import { SheetPage, type SheetPageProps } from '../../platform/views/sheet-page';
import { SheetTableView } from '../../platform/views/sheet-table';

/** A year's subsidy, and the way to the years beside it. */
export interface SubsidyYearPageProps extends SheetPageProps {
  readonly years: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  /** What is still owed, in words, with the oldest of it. */
  readonly verdict: string;
  /** Where the account says something else; empty where every row agrees. */
  readonly differences: readonly string[];
  /** How the opening was held against the end of the year before; empty where there was none. */
  readonly carried: readonly string[];
  /** What was said of subsidy that did not come. */
  readonly notes: readonly string[];
  readonly links: {
    readonly advancesHref: string;
    readonly receiptHref?: string;
    readonly cutHref?: string;
  };
}

function Links({ links }: { links: SubsidyYearPageProps['links'] }) {
  return (
    <p class="small entries">
      {links.receiptHref !== undefined && <a href={links.receiptHref}>到了一批</a>}　
      {links.cutHref !== undefined && <a href={links.cutHref}>没到齐、被核减</a>}　
      <a href={links.advancesHref}>别人先垫的</a>
    </p>
  );
}

/** What was owed, came and is still owed of the subsidy, by station and month of generation. */
export function SubsidyYearPage(page: SubsidyYearPageProps) {
  return (
    <SheetPage page={page}>
      <nav class="small tab-rows" aria-label="年份">
        {page.years.map((year) => (
          <a href={year.href} aria-current={year.current ? 'page' : undefined}>
            {year.label}
          </a>
        ))}
      </nav>
      <p class="verdict">{page.verdict}</p>
      <Links links={page.links} />
      {page.differences.length > 0 && (
        <div class="error-summary" role="alert">
          <h2>{`有 ${page.differences.length} 处和应收款科目对不上`}</h2>
          <ol>
            {page.differences.map((each) => (
              <li>{each}</li>
            ))}
          </ol>
        </div>
      )}
      <SheetTableView table={page.table} />
      {page.notes.length > 0 && (
        <section>
          <h2>没到齐的，说明</h2>
          <ul class="small">
            {page.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </section>
      )}
      {page.carried.map((sentence) => (
        <p class="small">{sentence}</p>
      ))}
      <p class="small">
        年初未到，加上本年结算的，减去本年到账的和核减的，就是期末未到；下一年从这个数接着算。每一行都和应收款科目核对过。
      </p>
    </SheetPage>
  );
}
