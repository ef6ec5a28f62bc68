import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { StateGlyph } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** An asset that is flagged, or about which something is under way. */
export interface WatchRow {
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  /** The day it left; undefined while it stands. */
  readonly leftOn: string | undefined;
  readonly flags: readonly string[];
  /** What is under way; undefined where nothing is. */
  readonly remedy: string | undefined;
  readonly isOverdue: boolean;
}

/** The assets of a village that stand idle, bring too little or lose money. */
export interface AssetWatchPageProps {
  readonly frame: OfficeFrameProps;
  readonly count: number;
  readonly rows: readonly WatchRow[];
  /** What the books cannot tell yet, or not at all. */
  readonly untold: readonly string[];
  /** Numbers nobody has settled, without which a flag is not raised. */
  readonly openNumbers: readonly string[];
  /** Numbers that no document in force asks for: there a note by hand alone counts. */
  readonly unaskedNumbers: readonly string[];
  readonly numbersHref: string;
  readonly assetsHref: string;
}

function Remedy({ row }: { row: WatchRow }) {
  if (row.remedy === undefined)
    return row.flags.length === 0 ? <>没有</> : <a href={row.href}>还没有定，去定</a>;
  return (
    <>
      {row.isOverdue && <StateGlyph state="attention" />} {row.remedy}
      {row.isOverdue && <small>过了期限，还没有办完</small>}
    </>
  );
}

function Untold({ untold }: Pick<AssetWatchPageProps, 'untold'>) {
  return (
    <>
      {untold.map((why) => (
        <p class="small">{why}</p>
      ))}
    </>
  );
}

/** Numbers that are still to be settled, and those that nobody asks for. */
function Numbers({ page: { openNumbers, unaskedNumbers, numbersHref } }: { page: AssetWatchPageProps }) {
  return (
    <>
      {openNumbers.length > 0 && (
        <p>
          <StateGlyph state="undecided" /> {`还没有定：${openNumbers.join('；')}。没有定的不算。`}
          <a href={numbersHref}>去看</a>
        </p>
      )}
      {unaskedNumbers.length > 0 && (
        <p class="small">
          {`现行文件没有说：${unaskedNumbers.join('；')}。这里只列登记时写明的，不按数字算。`}
        </p>
      )}
    </>
  );
}

/** What is wrong with which asset, and what is done about it. */
export function AssetWatchPage(page: AssetWatchPageProps) {
  const open = page.rows.filter(({ flags, remedy }) => flags.length > 0 && remedy === undefined).length;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          闲置、低效、亏损<span class="hint">{`经营性资产 ${page.count} 处`}</span>
          <a class="aside" href={page.assetsHref}>
            资产台账
          </a>
        </h1>
        {page.rows.length === 0 ? (
          <EmptyState sentence="没有闲置、效益差或者亏损的。" />
        ) : (
          <>
            <p>
              <b>{open === 0 ? `${page.rows.length} 处，都定了办法` : `${open} 处还没有定办法`}</b>
            </p>
            <DataTable
              caption="闲置、低效、亏损"
              rows={page.rows}
              columns={[
                {
                  head: '资产',
                  names: true,
                  cell: (row) => (
                    <>
                      <a href={row.href}>{row.name}</a>
                      <small>{row.kind}</small>
                      {row.leftOn !== undefined && <small>{`${fullDayText(row.leftOn)}离开了台账`}</small>}
                    </>
                  ),
                },
                { head: '怎么样', cell: ({ flags }) => flags.map((flag) => <div>{flag}</div>) },
                { head: '办法', cell: (row) => <Remedy row={row} /> },
              ]}
            />
          </>
        )}
        <Untold untold={page.untold} />
        <Numbers page={page} />
      </div>
    </OfficeFrame>
  );
}

/** One thing that was decided, and what became of it. */
export interface RemedyRow {
  readonly decidedOn: string;
  readonly remedy: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
  readonly paper: string;
  readonly ended: string | undefined;
}

/** What is wrong with an asset and what is done about it. */
export interface AssetRemediesPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  /** The day it left; undefined while it stands. */
  readonly leftOn: string | undefined;
  readonly flags: readonly string[];
  /** What the books cannot tell of it yet, or not at all. */
  readonly untold: readonly string[];
  /** What it brought and cost month by month, with the vouchers of each. */
  readonly months: readonly {
    readonly month: string;
    readonly earned: Fen;
    readonly spent: Fen;
    readonly href: string;
    /** Some of it is booked in another month, for days of this one. */
    readonly isSpread: boolean;
  }[];
  readonly rows: readonly RemedyRow[];
  readonly words: readonly Option[];
  readonly open: readonly Option[];
  readonly form: FormState;
  readonly action?: string | undefined;
  readonly listHref: string;
  readonly assetHref: string;
}

function DecideForm({ page, action }: { page: AssetRemediesPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>定办法</h2>
      <PostForm action={action} enterSubmits="记下" entry>
        <Field form={form} name="remedy" label={fieldLabel('remedy')} options={page.words} />
        <Field form={form} name="what" label={fieldLabel('what')} kind="area" />
        <Field form={form} name="who" label={fieldLabel('who')} hint="职务，不写身份证号和电话" />
        <Field form={form} name="doneBy" label={fieldLabel('doneBy')} kind="day" hint="哪天以前办完" />
        <Field form={form} name="decidedOn" label={fieldLabel('decidedOn')} kind="day" />
        <Field form={form} name="paper" label="依据" hint="哪次会议，或者文号" />
        <FormButtons submit="记下" cancelHref={page.listHref} />
      </PostForm>
    </section>
  );
}

function EndForm({ page, action }: { page: AssetRemediesPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>办完了</h2>
      <PostForm action={`${action}/ends`} entry>
        <Field form={form} name="remedyNumber" label={fieldLabel('remedyNumber')} options={page.open} />
        <Field form={form} name="doneOn" label={fieldLabel('doneOn')} kind="day" />
        <Field form={form} name="cameOf" label={fieldLabel('cameOf')} kind="area" hint="没有办成也照实写" />
        <FormButtons submit="记下结果" cancelHref={page.listHref} />
      </PostForm>
    </section>
  );
}

function standing({ flags, untold, leftOn, open }: AssetRemediesPageProps): string {
  const none = untold[0] ?? '没有闲置、效益差或者亏损';
  if (leftOn === undefined) return flags.length === 0 ? none : flags.join('；');
  const told = `${fullDayText(leftOn)}离开了台账`;
  return open.length === 0 ? told : `${told}，定过的办法还没有记结果`;
}

/** Of what the net of twelve months is made. */
function Months({ months }: { months: AssetRemediesPageProps['months'] }) {
  if (months.length === 0) return null;
  const total = (of: (row: (typeof months)[number]) => Fen) => (
    <Money fen={months.reduce((sum, row) => sum + of(row), 0n)} />
  );
  return (
    <details class="fold">
      <summary>近12个月的收入和费用，一个月一个月看</summary>
      <DataTable
        caption="近12个月的收入和费用"
        rows={months}
        columns={[
          { head: '月份', names: true, cell: (row) => <a href={row.href}>{row.month}</a>, total: '合计' },
          {
            head: '收入',
            numeric: true,
            cell: (row) => <Money fen={row.earned} />,
            total: total(({ earned }) => earned),
          },
          {
            head: '费用和折旧',
            numeric: true,
            cell: (row) => <Money fen={row.spent} />,
            total: total(({ spent }) => spent),
          },
          {
            head: '净收',
            numeric: true,
            cell: (row) => <Money fen={row.earned - row.spent} />,
            total: total(({ earned, spent }) => earned - spent),
          },
        ]}
      />
      {months.some(({ isSpread }) => isSpread) ? (
        <p class="hint">一次记了几个月的租金、费用，按所属的天数摊到各月；点开月份，凭证从记账的那个月找起</p>
      ) : null}
    </details>
  );
}

/** What is wrong first, then what was decided, then the forms. */
export function AssetRemediesPage(page: AssetRemediesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.name}
          <span class="hint">处置办法</span>
          <a class="aside" href={page.listHref}>
            闲置、低效、亏损
          </a>
        </h1>
        <p>
          <b>{standing(page)}</b>
        </p>
        <Months months={page.months} />
        <ErrorSummary form={page.form} />
        {page.rows.length > 0 && (
          <DataTable
            caption="定过的办法"
            rows={page.rows}
            columns={[
              { head: '哪天定的', narrow: true, cell: (row) => row.decidedOn },
              {
                head: '办法',
                names: true,
                cell: (row) => (
                  <>
                    {`${row.remedy}：${row.what}`}
                    <small>{`${row.who}，${row.dueOn} 前；${row.paper}`}</small>
                  </>
                ),
              },
              { head: '结果', cell: (row) => row.ended ?? <b>还在办</b> },
            ]}
          />
        )}
        {page.action !== undefined && page.open.length > 0 && <EndForm page={page} action={page.action} />}
        {page.action !== undefined && page.leftOn === undefined && page.open.length === 0 && (
          <DecideForm page={page} action={page.action} />
        )}
        <p>
          <a href={page.assetHref}>回资产</a>
        </p>
      </div>
    </OfficeFrame>
  );
}
