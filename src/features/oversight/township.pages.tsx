import { dayText, fullDayText, monthText, yearMonthText } from '../../platform/views/day-text';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { MONTH_WORDS, MonthGlyph, type MonthState } from '../../platform/views/state-glyph';
import { ScrollBox } from '../../platform/views/table';
import { Queue, type QueuedPlan } from './review-queue.pages';
import { type CheckAmiss, ChecksAmiss } from './checks-amiss.pages';
import { ObjectionsWaiting, type WaitingObjections } from './waiting-objections.pages';
import { MovedSheets, type QueuedMoved } from './moved-sheets.pages';
import { type TownshipWays, Ways } from './township-ways.pages';

/** A village's month in the matrix: its state, how many days late, or nothing before the books began. */
export type MatrixCell =
  { readonly state: MonthState } | { readonly lateDays: number } | { readonly notBegun: true };

/** One village, a cell per month. */
export interface MatrixRow {
  readonly village: string;
  readonly href: string;
  readonly cells: readonly MatrixCell[];
  /** Where its distribution stands, in a word of the glossary: 没起草, 待镇审核, 已同意. */
  readonly distribution: string;
}

/** The township's view of its villages. */
export interface TownshipPageProps extends TownshipWays {
  readonly frame: OfficeFrameProps;
  /** The day the page is drawn for. */
  readonly today: string;
  readonly months: readonly string[];
  /** Villages, the latest first. */
  readonly villages: readonly MatrixRow[];
  readonly queue: readonly QueuedPlan[];
  /** Where those on which nothing is remarked are agreed to in one go. */
  readonly batchHref: string;
  /** Decided plans whose figures have moved since, and no later plan has the difference. */
  readonly moved?: readonly QueuedMoved[] | undefined;
  /** Villages with held months: the one to be sealed next, and how many are held. */
  readonly sealable: readonly {
    readonly village: string;
    readonly month: string;
    readonly href: string;
    readonly held: number;
  }[];
  /** Empty while every village's books were checked and hold. */
  readonly checks: readonly CheckAmiss[];
  /** Villages whose people wait for an answer. */
  readonly objections?: readonly WaitingObjections[] | undefined;
}

function lateDays(cell: MatrixCell): number {
  return 'lateDays' in cell ? cell.lateDays : 0;
}

/** How many villages have held or sealed the month before the last one shown, of those it concerns. */
function heldCount(page: TownshipPageProps): { readonly held: number; readonly of: number } {
  const column = page.months.length - 2;
  const cells = page.villages.flatMap((row) => row.cells[column] ?? []);
  const concerned = cells.filter((cell) => !('notBegun' in cell));
  const held = concerned.filter((cell) => 'state' in cell && cell.state !== 'open');
  return { held: held.length, of: concerned.length };
}

function Counts({ page }: { page: TownshipPageProps }) {
  const lastMonth = page.months.at(-2);
  const { held, of } = heldCount(page);
  const late = page.villages.filter((row) => row.cells.some((cell) => lateDays(cell) > 0)).length;
  const longest = Math.max(0, ...page.villages.flatMap((row) => row.cells.map(lateDays)));
  const failing = page.queue.filter((plan) => plan.worst === 'blocked').length;
  const counts = [
    {
      figure: lastMonth === undefined ? page.villages.length : held,
      unit: lastMonth === undefined ? '个村' : `/ ${of} 村`,
      note: lastMonth === undefined ? fullDayText(page.today) : `${monthText(lastMonth)}已结账`,
    },
    { figure: late, unit: '村迟报', note: late === 0 ? '都按时' : `最长 ${longest}天` },
    {
      figure: page.queue.length,
      unit: '个方案待审',
      note: failing === 0 ? '没有不能通过的' : `${failing}个有没过的检查`,
    },
  ];
  return (
    <ul class="counts">
      {counts.map((count) => (
        <li>
          <span>
            <b>{count.figure}</b>
            {count.unit}
          </span>
          <small>{count.note}</small>
        </li>
      ))}
    </ul>
  );
}

function Cell({ cell }: { cell: MatrixCell }) {
  if ('lateDays' in cell) return <td class="late">{`迟${cell.lateDays}`}</td>;
  if ('notBegun' in cell)
    return (
      <td>
        <span class="read-aloud">还没建账</span>
      </td>
    );
  return (
    <td>
      <MonthGlyph state={cell.state} named />
    </td>
  );
}

function Matrix({ page }: { page: TownshipPageProps }) {
  return (
    <ScrollBox label="各村各月">
      <table class="matrix">
        <caption class="read-aloud">各村各月的账</caption>
        <thead>
          <tr>
            <th scope="col">村</th>
            {page.months.map((month, index) => (
              <th scope="col" class={index > 0 && month.endsWith('-01') ? 'year-start' : undefined}>
                <span class="read-aloud">{month.slice(0, 4)}</span>
                {monthText(month)}
              </th>
            ))}
            <th scope="col">分配</th>
          </tr>
        </thead>
        <tbody>
          {page.villages.map((row) => (
            <tr>
              <th scope="row">
                <a href={row.href}>{row.village}</a>
              </th>
              {row.cells.map((cell) => (
                <Cell cell={cell} />
              ))}
              <td class="word">{row.distribution}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Legend() {
  const states: readonly MonthState[] = ['sealed', 'held', 'open'];
  return (
    <span class="hint aside legend">
      {states.map((state) => (
        <span>
          <MonthGlyph state={state} /> {MONTH_WORDS[state]}
        </span>
      ))}
      <span>
        <b class="late-word">迟3</b> 迟报天数
      </span>
    </span>
  );
}

/** Which months the township may seal now, village by village; the link opens the month. */
function Sealable({ page }: { page: TownshipPageProps }) {
  if (page.sealable.length === 0) return null;
  return (
    <p class="sealable">
      <b>等着封账　</b>
      {page.sealable.map(({ village, month, href, held }) => (
        <span>
          <a href={href}>{`${village}${yearMonthText(month)}`}</a>
          {held > 1 && <small>{`共${held}个月`}</small>}
        </span>
      ))}
    </p>
  );
}

/** Counts on top, villages by months on the left, plans to review on the right, the risky ones first. */
export function TownshipPage(page: TownshipPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <h1 class="read-aloud">各村总览</h1>
      <Counts page={page} />
      <ChecksAmiss checks={page.checks} />
      <ObjectionsWaiting objections={page.objections ?? []} />
      <div class="township">
        <section>
          <h2>
            各村各月
            <span class="hint">{`${yearMonthText(page.months[0] ?? page.today)}起，落后的在前`}</span>
            <Legend />
          </h2>
          <Matrix page={page} />
          <Sealable page={page} />
          <Ways to={page} />
        </section>
        <section class="work">
          <h2>
            待审方案<span class="hint">{`到${dayText(page.today)}，没过的排最前，再按等的天数`}</span>
          </h2>
          <Queue queue={page.queue} batchHref={page.batchHref} />
          <MovedSheets moved={page.moved ?? []} />
        </section>
      </div>
    </OfficeFrame>
  );
}
