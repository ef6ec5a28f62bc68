import { dayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** A month of a page, and whether it is the one shown. */
interface MonthTab {
  readonly name: string;
  readonly href: string;
  readonly isShown: boolean;
}

/** How many vouchers of a village's month have their paper, by where it is. */
export interface VillagePapersRow {
  readonly village: string;
  readonly href: string;
  readonly vouchers: number;
  readonly kept: number;
  readonly counted: number;
  readonly missing: number;
}

/** A scan that stands more than once, with each place; without a way to those of another office. */
export interface SameScanRow {
  readonly places: readonly {
    readonly village: string;
    readonly what: string;
    readonly href?: string;
  }[];
}

/** The papers of a township's villages. */
export interface OfficePapersPageProps {
  readonly frame: OfficeFrameProps;
  readonly monthName: string;
  readonly tabs: readonly MonthTab[];
  /** The village with most that are missing first. */
  readonly rows: readonly VillagePapersRow[];
  readonly same: readonly SameScanRow[];
  readonly homeHref: string;
}

/** A voucher whose paper nobody above sees. */
export interface PaperlessRow {
  readonly number: string;
  readonly href: string;
  /** Where its paper is kept with it; absent for who may only look. */
  readonly filesHref?: string | undefined;
  readonly postedOn: string;
  readonly summary: string;
  readonly says: string;
}

/** The vouchers of a village's month without a kept paper. */
export interface VillagePapersPageProps {
  readonly frame: OfficeFrameProps;
  readonly monthName: string;
  readonly tabs: readonly MonthTab[];
  readonly vouchers: number;
  readonly rows: readonly PaperlessRow[];
}

function Tabs({ tabs, label }: { tabs: readonly MonthTab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ name, href, isShown }) => (
        <a href={href} aria-current={isShown ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function SameScans({ same }: { same: readonly SameScanRow[] }) {
  return (
    <section>
      <h2>
        同一张扫描件用了几处<span class="hint">一张票据在两个村、两张凭证上报账，要去看</span>
      </h2>
      {same.length === 0 ? (
        <p>没有。</p>
      ) : (
        <DataTable
          caption="同一张扫描件用了几处"
          rows={same}
          columns={[
            {
              ...{ head: '在哪里', names: true },
              cell: ({ places }) =>
                places.map(({ village, what, href }) => (
                  <div>
                    {href === undefined ? village : <a href={href}>{village}</a>} <small>{what}</small>
                  </div>
                )),
            },
          ]}
        />
      )}
    </section>
  );
}

/** Which villages' vouchers have no paper that can be seen, and which papers stand twice. */
export function OfficePapersPage(page: OfficePapersPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          各村单据<span class="hint">{page.monthName}</span>
          <a class="aside" href={page.homeHref}>
            回到各村
          </a>
        </h1>
        <Tabs tabs={page.tabs} label="月份" />
        {page.rows.length === 0 ? (
          <EmptyState sentence="这个月各村还没有凭证。" />
        ) : (
          <DataTable
            caption="各村这个月的凭证和单据"
            rows={page.rows}
            columns={[
              { head: '村', names: true, cell: ({ village, href }) => <a href={href}>{village}</a> },
              { head: '凭证', numeric: true, cell: ({ vouchers }) => `${String(vouchers)}张` },
              { head: '存了原件', numeric: true, cell: ({ kept }) => `${String(kept)}张` },
              { head: '写了附单据、没存', numeric: true, cell: ({ counted }) => `${String(counted)}张` },
              { head: '动了钱、没有单据', numeric: true, cell: ({ missing }) => `${String(missing)}张` },
            ]}
          />
        )}
        <SameScans same={page.same} />
      </div>
    </OfficeFrame>
  );
}

/** The vouchers of a month whose paper is not kept, those of which none was even counted first. */
export function VillagePapersPage(page: VillagePapersPageProps) {
  const { rows, vouchers } = page;
  const keeps = rows.some(({ filesHref }) => filesHref !== undefined);
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          没有原件的凭证<span class="hint">{`${page.monthName}，共${String(vouchers)}张凭证`}</span>
        </h1>
        <Tabs tabs={page.tabs} label="月份" />
        {rows.length === 0 ? (
          <EmptyState sentence={vouchers === 0 ? '这个月没有凭证。' : '该有单据的都存了原件。'} />
        ) : (
          <DataTable
            caption="没有原件的凭证"
            class="stacked"
            rows={rows}
            columns={[
              { head: '凭证', names: true, cell: ({ number, href }) => <a href={href}>{number}</a> },
              { head: '日期', cell: ({ postedOn }) => dayText(postedOn) },
              { head: '摘要', cell: ({ summary }) => summary },
              { head: '单据', cell: ({ says }) => says },
              ...(keeps
                ? [{ head: '原件', cell: (row: PaperlessRow) => <a href={row.filesHref}>存原件</a> }]
                : []),
            ]}
          />
        )}
      </div>
    </OfficeFrame>
  );
}
