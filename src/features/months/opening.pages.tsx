import type { OpeningChange } from '../../domain/months/opening-changes';
import type { AssetReconciliation } from '../../domain/months/opening-checks';
import type { Fen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option, UploadField } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { NothingTaken, RowsRead, type RowsReadProps } from '../../platform/views/rows-read';
import { DataTable } from '../../platform/views/table';

/** Where opening balances are sent in. */
export interface OpeningPageProps {
  readonly frame: OfficeFrameProps;
  readonly action: string;
  readonly templateHref: string;
  readonly vouchersHref: string;
  /** The opening that a new table would replace; absent where none is booked, or it stays. */
  readonly replaces?: { readonly number: string; readonly href: string } | undefined;
  /** Why no opening can come any more, in a sentence. */
  readonly stays?: string | undefined;
  /** Where the note is withdrawn that keeps it. */
  readonly noteHref?: string | undefined;
  readonly form: FormState;
  /** The headings of the table, in the usual order. */
  readonly columns: readonly string[];
}

/** The upload of opening balances, with its template. */
export function OpeningPage(page: OpeningPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>期初余额</h1>
        {page.stays === undefined ? (
          <UploadForm page={page} />
        ) : (
          <Stays says={page.stays} href={page.vouchersHref} noteHref={page.noteHref} />
        )}
      </div>
    </OfficeFrame>
  );
}

function Stays({ says, href, noteHref }: { says: string; href: string; noteHref?: string | undefined }) {
  return (
    <p>
      {says}
      {noteHref === undefined ? <a href={href}>看凭证</a> : <a href={noteHref}>去撤回说明</a>}
    </p>
  );
}

/** What happens to the opening that is booked. */
function Replaces({ replaces }: Pick<OpeningPageProps, 'replaces'>) {
  if (replaces === undefined) return null;
  return (
    <p class="import-note">
      期初余额已记为 <a href={replaces.href}>{replaces.number}</a>
      ，还没有别的账压在上面，有错可以整张更换：原来那张冲销留底，新的另记一张。
    </p>
  );
}

function UploadForm({ page }: { page: OpeningPageProps }) {
  return (
    <>
      <ErrorSummary form={page.form} />
      <Replaces replaces={page.replaces} />
      <p>
        {`把原来账上的余额一次导入，${page.replaces === undefined ? '作为第一张凭证' : '另记一张期初凭证'}。先`}
        <a href="assets">登记资产</a>，再填
        <a href={page.templateHref}>期初余额表模板</a>。
      </p>
      <p class="hint">{`列：${page.columns.join('、')}。`}</p>
      <PostForm action={page.action} upload entry>
        <UploadField form={page.form} label="期初余额表" />
        <FormButtons submit="读入并核对" />
      </PostForm>
      <p class="hint">
        收着的押金：应付款，写对方，不写资产；写了资产的算预收的租金。读入后先核对，确认前不入账。
      </p>
    </>
  );
}

interface NamedSides {
  readonly name: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** The preview of opening balances: what was read, what is wrong with it, what will be booked. */
export interface OpeningPreviewPageProps extends RowsReadProps {
  readonly frame: OfficeFrameProps;
  /** Empty where the table was pasted. */
  readonly fileName: string;
  readonly openedOn: string;
  readonly action: string;
  readonly againHref: string;
  /** Nothing is wrong with the table. */
  readonly isSound: boolean;
  /** The opening that this table replaces; absent where it is the first. */
  readonly replaces?: OpeningPageProps['replaces'];
  /** Why an opening may be wrong. */
  readonly reasons: readonly Option[];
  /** That one beside this table, what changes first; none where it is the first. */
  readonly changes: readonly OpeningChange[];
  readonly pools: readonly (NamedSides & { readonly undistributed: Fen })[];
  readonly classes: readonly NamedSides[];
  readonly receivables: {
    readonly account: Fen;
    readonly owed: Fen;
    readonly count: number;
    readonly advances: Fen;
  };
  readonly assets: readonly AssetReconciliation[];
  readonly notes: readonly string[];
}

/** Marks every bad cell and offers no confirmation until all is well. */
export function OpeningPreviewPage(page: OpeningPreviewPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          期初余额核对
          <span class="hint">
            {`${page.fileName === '' ? '粘贴的表格' : page.fileName}　${page.rowCount} 行　金额单位：元`}
          </span>
        </h1>
        <ErrorSummary form={page.form} />
        {page.isSound ? <Sound page={page} /> : <NothingTaken href={page.againHref} />}
        <RowsRead {...page} />
      </div>
    </OfficeFrame>
  );
}

function Sound({ page }: { page: OpeningPreviewPageProps }) {
  return (
    <>
      {page.notes.map((note) => (
        <p class="import-note">{note}</p>
      ))}
      <Changes page={page} />
      <PoolTotals pools={page.pools} />
      <ClassTotals classes={page.classes} />
      <Reconciliation page={page} />
      <Replaces replaces={page.replaces} />
      <PostForm action={page.action} entry>
        {page.replaces !== undefined && (
          <Field form={page.form} name="reason" label="更换的理由" options={page.reasons} />
        )}
        <div class="buttons">
          <button type="submit" class="primary">
            {page.replaces === undefined
              ? `确认，记入${fullDayText(page.openedOn)}的账`
              : `确认更换，记入${fullDayText(page.openedOn)}的账`}
          </button>
          <a href={page.againHref}>重新上传</a>
        </div>
      </PostForm>
    </>
  );
}

/** Debit or credit, as an accountant reads a balance; a dash where there is none. */
function sided(fen: Fen) {
  if (fen === 0n) return '—';
  return (
    <>
      {fen > 0n ? '借 ' : '贷 '}
      <Money fen={fen < 0n ? -fen : fen} />
    </>
  );
}

/** The opening that is booked beside this table, what changes first. */
function Changes({ page: { replaces, changes } }: { page: OpeningPreviewPageProps }) {
  if (replaces === undefined) return null;
  const changed = changes.filter(({ change }) => change !== 0n).length;
  return (
    <section>
      <h2>
        更换前后
        <span class="hint">
          {changed === 0
            ? '一行都没有变，不用更换'
            : `变了 ${changed} 行，写在前面；没变 ${changes.length - changed} 行`}
        </span>
      </h2>
      <DataTable
        caption="更换前后"
        rows={changes}
        columns={[
          {
            head: '科目',
            names: true,
            cell: ({ code, account, about }) => (
              <>
                {`${code} ${account}`}
                <small>{about}</small>
              </>
            ),
          },
          { head: '原来', numeric: true, cell: ({ before }) => sided(before) },
          { head: '更换后', numeric: true, cell: ({ after }) => sided(after) },
          { head: '变动', numeric: true, cell: ({ change }) => (change === 0n ? '不变' : sided(change)) },
        ]}
      />
    </section>
  );
}

function PoolTotals({ pools }: Pick<OpeningPreviewPageProps, 'pools'>) {
  return (
    <section>
      <h2>
        按资金类别<span class="hint">每一类借方等于贷方；结余 = 货币资金 − 应付款</span>
      </h2>
      <DataTable
        caption="按资金类别"
        rows={pools}
        columns={[
          { head: '资金类别', names: true, cell: (row) => row.name },
          { head: '借方', numeric: true, cell: (row) => <Money fen={row.debit} /> },
          { head: '贷方', numeric: true, cell: (row) => <Money fen={row.credit} /> },
          { head: '期初结余', numeric: true, cell: (row) => <Money fen={row.undistributed} /> },
        ]}
      />
    </section>
  );
}

function ClassTotals({ classes }: Pick<OpeningPreviewPageProps, 'classes'>) {
  return (
    <section>
      <h2>按科目类别</h2>
      <DataTable
        caption="按科目类别"
        rows={classes}
        columns={[
          { head: '类别', names: true, cell: (row) => row.name, total: '合计' },
          {
            head: '借方',
            numeric: true,
            cell: (row) => <Money fen={row.debit} />,
            total: <Money fen={sumOf(classes, 'debit')} />,
          },
          {
            head: '贷方',
            numeric: true,
            cell: (row) => <Money fen={row.credit} />,
            total: <Money fen={sumOf(classes, 'credit')} />,
          },
        ]}
      />
    </section>
  );
}

function sumOf(rows: readonly NamedSides[], side: 'debit' | 'credit'): Fen {
  return rows.reduce((sum, row) => sum + row[side], 0n);
}

/** The registers beside the books: receivables that can be received, assets with their cost. */
function Reconciliation({ page }: { page: OpeningPreviewPageProps }) {
  const { receivables, assets } = page;
  return (
    <section>
      <h2>和登记对账</h2>
      <p>
        应收款科目 <Money fen={receivables.account} />
        {`，其中待收的收入 ${receivables.count} 笔 `}
        <Money fen={receivables.owed} />
        ，其他应收 <Money fen={receivables.advances} />。
      </p>
      {assets.length > 0 && (
        <DataTable
          caption="资产对账"
          rows={assets}
          columns={[
            { head: '资产', names: true, cell: (row) => row.name },
            { head: '登记的原值', numeric: true, cell: (row) => <Money fen={row.register} /> },
            { head: '表里的原值', numeric: true, cell: (row) => <Money fen={row.table} /> },
            { head: '累计折旧', numeric: true, cell: (row) => <Money fen={row.depreciation} /> },
            { head: '净值', numeric: true, cell: (row) => <Money fen={row.table - row.depreciation} /> },
          ]}
        />
      )}
    </section>
  );
}
