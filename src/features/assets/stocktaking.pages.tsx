import type { LineProgress } from '../../domain/assets/stocktaking-progress';
import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Every stocktaking of a village. */
export interface StocktakingListPageProps {
  readonly frame: OfficeFrameProps;
  readonly assetsHref: string;
  readonly rounds: readonly {
    readonly on: string;
    readonly href: string;
    readonly countedBy: string;
    readonly watchedBy: string;
    /** Why it counts no more; undefined while it stands. */
    readonly withdrawn?: string | undefined;
    readonly differences: number;
    /** How many differences are not at their end. */
    readonly open: number;
  }[];
  /** Absent for those who only look. */
  readonly newHref?: string | undefined;
  readonly blankHref: string;
}

function Day({ on, href, withdrawn }: StocktakingListPageProps['rounds'][number]) {
  if (withdrawn === undefined) return <a href={href}>{on}</a>;
  return (
    <>
      <s>
        <a href={href}>{on}</a>
      </s>
      <small>{`已作废：${withdrawn}`}</small>
    </>
  );
}

function Differing({ differences, open, withdrawn }: StocktakingListPageProps['rounds'][number]) {
  if (differences === 0) return <>没有</>;
  const said = `${String(differences)} 处`;
  if (withdrawn !== undefined) return <>{said}</>;
  return open === 0 ? <>{`${said}，都办完了`}</> : <b>{`${said}，${String(open)} 处没办完`}</b>;
}

/** What was looked at when, and the sheet to take along. */
export function StocktakingListPage(page: StocktakingListPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          资产盘点<span class="hint">一处一处去看，和台账对</span>
          {page.newHref !== undefined && (
            <a class="button aside" href={page.newHref}>
              登记盘点
            </a>
          )}
        </h1>
        <p>
          <a href={page.blankHref}>打印空白盘点表（PDF）</a>　<a href={page.assetsHref}>回资产</a>
        </p>
        {page.rounds.length === 0 ? (
          <EmptyState sentence="还没有盘点过。" />
        ) : (
          <DataTable
            caption="资产盘点"
            rows={page.rounds}
            columns={[
              { head: '日期', names: true, narrow: true, cell: (row) => <Day {...row} /> },
              { head: '差异', cell: (row) => <Differing {...row} /> },
              { head: '盘点人', cell: (row) => row.countedBy },
              { head: '监盘人', cell: (row) => row.watchedBy },
            ]}
          />
        )}
      </div>
    </OfficeFrame>
  );
}

/** A line of a stocktaking, and what was decided about it. */
export interface RoundLine {
  readonly name: string;
  readonly href?: string | undefined;
  readonly finding: string;
  readonly remark: string;
  /** What it had cost by then and was worth in the books; absent where nobody kept it. */
  readonly cost?: Fen | undefined;
  readonly book?: Fen | undefined;
  /** In words, with its reason; undefined while nothing is decided. */
  readonly decided?: string | undefined;
  /** By what it is done; undefined while it is not. */
  readonly done?: LineProgress['by'] | undefined;
  /** Where what was decided is done, or is to be seen. */
  readonly nextHref?: string | undefined;
  /** The day of the stocktaking that found the same before, and sees to it. */
  readonly before?: string | undefined;
}

/** A stocktaking: what differed first, then all of it. */
export interface StocktakingPageProps {
  readonly frame: OfficeFrameProps;
  readonly on: string;
  readonly countedBy: string;
  readonly watchedBy: string;
  readonly listHref: string;
  readonly sheetHref: string;
  readonly filesHref: string;
  /** Why it counts no more and since when; undefined while it stands. */
  readonly withdrawn?: { readonly reason: string; readonly at: string } | undefined;
  /** Where it is withdrawn; undefined for those who only look, or once it is. */
  readonly withdrawAction?: string | undefined;
  readonly looked: number;
  readonly differences: readonly RoundLine[];
  readonly lines: readonly RoundLine[];
  /** Field names: `line`, `decision`, `reason`. */
  readonly form: FormState;
  /** What is not decided yet; absent for those who only look, or where nothing is left. */
  readonly open?:
    | { readonly action: string; readonly lines: readonly Option[]; readonly decisions: readonly Option[] }
    | undefined;
  /** What was found and is not at its end, and which assets it may be; absent as above. */
  readonly finds?:
    | { readonly action: string; readonly lines: readonly Option[]; readonly assets: readonly Option[] }
    | undefined;
}

const DONE = {
  left: '办完了：已离开台账',
  mended: '办完了：台账已改',
  registered: '办完了：已登记',
  explained: '办完了',
  matched: '办完了：台账上有',
  foundBefore: '在那次盘点里办',
} as const;

function Decided({ row }: { row: RoundLine }) {
  if (row.decided === undefined && row.done === undefined) return <b>还没有处理意见</b>;
  return (
    <>
      {row.before === undefined ? row.decided : `和 ${row.before} 盘点的是同一处`}
      {row.nextHref !== undefined && (
        <small>
          <a href={row.nextHref}>{row.done === undefined ? '去办' : DONE[row.done]}</a>
        </small>
      )}
    </>
  );
}

function Named({ row }: { row: RoundLine }) {
  return row.href === undefined ? <>{row.name}</> : <a href={row.href}>{row.name}</a>;
}

function Differences({ page }: { page: StocktakingPageProps }) {
  if (page.differences.length === 0) return <p>账实相符，没有差异。</p>;
  return (
    <DataTable
      caption="差异"
      rows={page.differences}
      columns={[
        { head: '资产', names: true, cell: (row) => <Named row={row} /> },
        { head: '盘点结果', cell: (row) => row.finding },
        { head: '情况', cell: (row) => row.remark },
        { head: '处理意见', cell: (row) => <Decided row={row} /> },
      ]}
    />
  );
}

function DecideForm({
  page,
  open,
}: {
  page: StocktakingPageProps;
  open: NonNullable<StocktakingPageProps['open']>;
}) {
  const { form } = page;
  return (
    <section>
      <h2>定处理意见</h2>
      <PostForm action={open.action}>
        <Field form={form} name="line" label={fieldLabel('line')} options={open.lines} />
        <Field form={form} name="decision" label={fieldLabel('decision')} options={open.decisions} />
        <Field form={form} name="reason" label={fieldLabel('reason')} kind="area" hint="谁定的、为什么" />
        <div class="buttons">
          <button type="submit" class="primary">
            记下
          </button>
        </div>
      </PostForm>
    </section>
  );
}

function MatchForm({ form, finds }: { form: FormState; finds: NonNullable<StocktakingPageProps['finds']> }) {
  return (
    <details class="fold" open={form.values['matchedAsset'] !== undefined}>
      <summary>台账上其实有，名称不一样？</summary>
      <PostForm action={finds.action}>
        <Field form={form} name="line" label="看到的哪一处" options={finds.lines} />
        <Field form={form} name="matchedAsset" label={fieldLabel('matchedAsset')} options={finds.assets} />
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="area"
          hint="凭什么认，如铭牌编号"
        />
        <div class="buttons">
          <button type="submit">记下</button>
        </div>
      </PostForm>
    </details>
  );
}

function Value({ fen }: { fen: Fen | undefined }) {
  return fen === undefined ? null : <Money fen={fen} />;
}

function WithdrawForm({ form, action }: { form: FormState; action: string }) {
  return (
    <details open={form.problems.some(({ field }) => field === 'withdrawalReason')}>
      <summary>这次盘点填错了？作废，重新登记</summary>
      <PostForm action={action}>
        <Field
          form={form}
          name="withdrawalReason"
          label="错在哪里"
          hint="原来的留着看，不再算数；下一步照原样填好，改对了再存"
        />
        <div class="buttons">
          <button type="submit">作废这次盘点</button>
        </div>
      </PostForm>
    </details>
  );
}

/** How many were looked at, how many differed, and how many of these are not at their end. */
function stoodOf({ looked, differences, withdrawn }: StocktakingPageProps): string {
  const told = `看了 ${String(looked)} 处，差异 ${String(differences.length)} 处`;
  const open = differences.filter(({ done }) => done === undefined).length;
  if (differences.length === 0 || withdrawn !== undefined) return told;
  return open === 0 ? `${told}，都办完了` : `${told}，${String(open)} 处没办完`;
}

/** What differed and what was decided, then every line. */
export function StocktakingPage(page: StocktakingPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {`${page.on} 资产盘点`}
          <span class="hint">{stoodOf(page)}</span>
          <a class="button aside" href={page.sheetHref}>
            打印盘点表
          </a>
        </h1>
        <p>
          {`盘点人：${page.countedBy}　监盘人：${page.watchedBy}　`}
          <a href={page.listHref}>历次盘点</a>　<a href={page.filesHref}>签了字的盘点表</a>
        </p>
        {page.withdrawn !== undefined && (
          <p class="verdict is-wrong">{`已作废（${page.withdrawn.at}）：${page.withdrawn.reason}`}</p>
        )}
        <ErrorSummary form={page.form} />
        <section>
          <h2>差异</h2>
          <Differences page={page} />
        </section>
        {page.open !== undefined && <DecideForm page={page} open={page.open} />}
        {page.finds !== undefined && <MatchForm form={page.form} finds={page.finds} />}
        <section>
          <h2>全部</h2>
          <DataTable
            caption="全部"
            rows={page.lines}
            columns={[
              { head: '资产', names: true, cell: (row) => <Named row={row} /> },
              { head: '原值', numeric: true, cell: (row) => <Value fen={row.cost} /> },
              { head: '账面价值', numeric: true, cell: (row) => <Value fen={row.book} /> },
              { head: '盘点结果', cell: (row) => row.finding },
              { head: '情况', cell: (row) => row.remark },
            ]}
          />
        </section>
        {page.withdrawAction !== undefined && <WithdrawForm form={page.form} action={page.withdrawAction} />}
      </div>
    </OfficeFrame>
  );
}
