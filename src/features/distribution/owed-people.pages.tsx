import type { Fen } from '../../domain/money/fen';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import type { OnItsWay } from './money-on-its-way.service';
import { OwedWhole, type OwedWholeRow, Unsure, type VoucherLink } from './owed-whole.pages';
import { DataTable } from '../../platform/views/table';

/** A part of what is owed. */
export interface OwedPartRow {
  readonly label: string;
  readonly amount: Fen;
}

/** Somebody who is owed something. */
export interface OwedRow {
  readonly household: number;
  readonly name: string;
  /** Everything of the household. */
  readonly href: string;
  readonly posts: Fen;
  readonly works: Fen;
  readonly aid: Fen;
  readonly owed: Fen;
  /** On lists of which a part is paid, nobody knows to whom. */
  readonly unsure: Fen;
  /** Where he is paid, the number masked. */
  readonly paidTo: string;
}

/** What one person of a household was owed by one list. */
export interface OwedItemRow {
  readonly name: string;
  readonly what: string;
  readonly href: string;
  readonly reckoning: string;
  readonly amount: Fen;
  readonly voucher: VoucherLink;
  readonly state: string;
  readonly payments: readonly VoucherLink[];
}

/** A round of members' dividends: all of it, or one household's part. */
export interface OwedDividendRow {
  readonly what: string;
  readonly href: string;
  readonly amount: Fen;
  readonly open: Fen;
  /** Why it is that; blank of a whole round. */
  readonly why: string;
}

/** Somebody who is owed days after his end, with what to do. */
interface OvertakenRow {
  readonly name: string;
  readonly post: string;
  readonly href: string;
  readonly sentence: string;
}

/** Who is owed what. */
export interface OwedPeoplePageProps {
  readonly frame: OfficeFrameProps;
  readonly on: string;
  /** All that is owed. */
  readonly open: Fen;
  /** What of it is with the bank, and where the lists that pay it are. */
  readonly onItsWay: OnItsWay;
  readonly parts: readonly OwedPartRow[];
  /** The number of the household of which everything is told; blank for everybody. */
  readonly household: string;
  readonly here: string;
  readonly rosterHref: string;
  readonly rows: readonly OwedRow[];
  /** What these people are owed. */
  readonly owed: Fen;
  readonly pages: readonly { readonly number: number; readonly href: string; readonly current: boolean }[];
  readonly items: readonly OwedItemRow[];
  /** Who left or died before days that are owed to him, by post. */
  readonly overtaken: readonly OvertakenRow[];
  /** What was granted above what the year's new income bears by now, with the vouchers to be withdrawn. */
  readonly above: readonly { readonly sentence: string; readonly vouchers: readonly VoucherLink[] }[];
  readonly dividends: readonly OwedDividendRow[];
  readonly whole: readonly OwedWholeRow[];
  /** What was paid and is owed to nobody any more, by account; what was paid late. */
  readonly over: readonly string[];
}

function Parts({ page }: { page: OwedPeoplePageProps }) {
  return (
    <DataTable
      caption="合在一起"
      rows={page.parts}
      columns={[
        { head: '欠的是什么', names: true, cell: (row) => row.label, total: '合计' },
        {
          head: '还欠',
          numeric: true,
          cell: (row) => <Money fen={row.amount} />,
          total: <Money fen={page.open} />,
        },
      ]}
    />
  );
}

function OrNothing({ fen }: { fen: Fen }) {
  return fen === 0n ? <>—</> : <Money fen={fen} />;
}

/** A column of each kind of list; of a kind that nobody is owed by there is none. */
const KINDS = [
  { kind: 'posts', head: '岗位' },
  { kind: 'works', head: '用工' },
  { kind: 'aid', head: '奖励补助' },
] as const;

function People({ page }: { page: OwedPeoplePageProps }) {
  return (
    <DataTable
      caption="还欠的人"
      rows={page.rows}
      columns={[
        { head: '户号', narrow: true, cell: (row) => `${row.household}` },
        { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a>, total: '合计' },
        ...KINDS.filter(({ kind }) => page.rows.some((row) => row[kind] > 0n)).map(({ kind, head }) => ({
          ...{ head, numeric: true },
          cell: (row: OwedRow) => <OrNothing fen={row[kind]} />,
        })),
        {
          head: '还欠',
          numeric: true,
          cell: (row) => (
            <>
              <Money fen={row.owed} />
              <Unsure fen={row.unsure} />
            </>
          ),
          total: <Money fen={page.owed} />,
        },
        { head: '发到', cell: (row) => row.paidTo },
      ]}
    />
  );
}

function Items({ rows }: { rows: readonly OwedItemRow[] }) {
  return (
    <section>
      <h2>一笔一笔</h2>
      <DataTable
        caption="这一户的每一笔"
        rows={rows}
        columns={[
          { head: '姓名', names: true, cell: (row) => row.name },
          { head: '为什么', cell: (row) => <a href={row.href}>{row.what}</a> },
          { head: '怎么算的', cell: (row) => row.reckoning },
          { head: '应得', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '凭证', narrow: true, cell: (row) => <a href={row.voucher.href}>{row.voucher.label}</a> },
          {
            head: '付了没有',
            cell: (row) => (
              <>
                {row.state}
                {row.payments.map(({ href, label }) => (
                  <>
                    {' '}
                    <a href={href}>{label}</a>
                  </>
                ))}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

function Dividends({ rows }: { rows: readonly OwedDividendRow[] }) {
  return (
    <section>
      <h2>
        成员分红<span class="hint">按份额分的，一户一户看每一次的名单</span>
      </h2>
      <DataTable
        caption="成员分红"
        rows={rows}
        columns={[
          { head: '哪一次', names: true, cell: (row) => <a href={row.href}>{row.what}</a> },
          { head: '应得', numeric: true, cell: (row) => <Money fen={row.amount} /> },
          { head: '还欠', numeric: true, cell: (row) => <Money fen={row.open} /> },
          { head: '怎么算的', cell: (row) => row.why },
        ]}
      />
    </section>
  );
}

function HouseholdChoice({ page }: { page: OwedPeoplePageProps }) {
  return (
    <form method="get" action={page.here} class="bank-day">
      <label>
        户号
        <input type="text" name="household" class="in-day" inputmode="numeric" value={page.household} />
      </label>
      <button type="submit">看这一户</button>
      {page.household !== '' && <a href={page.here}>看全村</a>}
    </form>
  );
}

function nothingOpenText({ rows, over }: OwedPeoplePageProps): string {
  if (rows.length > 0) return '合在一起不欠了；下面这些人所在的名单，付给谁没有记。';
  return over.length > 0 ? '没有还欠的。' : '列支过的都付了，谁也不欠。';
}

function nobodyText(household: string): string {
  return household === '' ? '名单上的人都不欠了。' : `第${household}户没有列支过什么。`;
}

/** Where to go from here, and what is on its way already. */
function Onward({ page: { rosterHref, onItsWay } }: { page: OwedPeoplePageProps }) {
  return (
    <>
      <nav class="tabs" aria-label="名册">
        <a href={rosterHref}>成员名册</a>
        <a href={onItsWay.listsHref}>发放清单</a>
      </nav>
      {onItsWay.amount > 0n && (
        <p class="verdict">
          其中已送银行、还没有回音的在途 <Money fen={onItsWay.amount} />。
        </p>
      )}
    </>
  );
}

/** Who is owed what: all of it first, then person by person; of a household every single sum. */
export function OwedPeoplePage(page: OwedPeoplePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          还欠谁的<span class="hint">到{page.on}　金额单位：元</span>
        </h1>
        <Onward page={page} />
        {page.above.map(({ sentence, vouchers }) => (
          <p class="barred">
            {sentence}
            {vouchers.map(({ href, label }) => (
              <>
                {' '}
                <a href={href}>{label}</a>
              </>
            ))}
          </p>
        ))}
        {page.over.map((sentence) => (
          <p class="barred">{sentence}</p>
        ))}
        {page.parts.length === 0 ? <EmptyState sentence={nothingOpenText(page)} /> : <Parts page={page} />}
        <section>
          <h2>一个人一个人</h2>
          <HouseholdChoice page={page} />
          {page.overtaken.map((row) => (
            <p class="barred">
              {row.name}（<a href={row.href}>{row.post}</a>）：{row.sentence}
            </p>
          ))}
          {page.rows.length === 0 ? <p>{nobodyText(page.household)}</p> : <People page={page} />}
          {page.pages.length > 1 && (
            <nav class="tabs" aria-label="页">
              {page.pages.map(({ number, href, current }) => (
                <a href={href} aria-current={current ? 'page' : undefined}>{`第${number}页`}</a>
              ))}
            </nav>
          )}
        </section>
        {page.items.length > 0 && <Items rows={page.items} />}
        {page.dividends.length > 0 && <Dividends rows={page.dividends} />}
        {page.household === '' && page.whole.length > 0 && <OwedWhole rows={page.whole} />}
      </div>
    </OfficeFrame>
  );
}
