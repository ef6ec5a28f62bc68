import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type PageLink, PageLinks } from '../../platform/views/page-links';
import { DataTable } from '../../platform/views/table';

/** Somebody who holds shares. */
export interface ShareHolderRow {
  readonly number: number;
  readonly name: string;
  readonly href: string;
  readonly shares: string;
  /** Of all shares, in per cent. */
  readonly part: string;
  readonly from: string;
  /** Why it is no more on the list, though it holds; undefined while on it. */
  readonly gone: string | undefined;
}

/** Who holds shares on a day. */
export interface ShareRollPageProps {
  readonly frame: OfficeFrameProps;
  readonly rosterHref: string;
  readonly on: string;
  /** `户` or `人`. */
  readonly unit: string;
  readonly holders: number;
  readonly total: string;
  /** How many were issued, and how many more or fewer holders have; absent where nobody said it. */
  readonly issued:
    | {
        readonly shares: string;
        readonly from: string;
        readonly paper: string;
        readonly more: string;
        readonly less: string;
      }
    | undefined;
  readonly rows: readonly ShareHolderRow[];
  readonly gone: number;
  readonly pages: readonly PageLink[];
  readonly changesHref: string | undefined;
  readonly kinds: readonly Option[];
  /** Field names: those of ShareRollForm, and of IssuedForm. */
  readonly form: FormState;
  /** Absent for who may only look. */
  readonly action: string | undefined;
}

function Holders({ page }: { page: ShareRollPageProps }) {
  return (
    <DataTable
      caption="谁有多少份额"
      rows={page.rows}
      columns={[
        { head: page.unit === '户' ? '户号' : '编号', narrow: true, cell: (row) => `${row.number}` },
        {
          head: page.unit === '户' ? '户主' : '姓名',
          names: true,
          cell: (row) => (
            <>
              <a href={row.href}>{row.name}</a>
              {row.gone !== undefined && <small>{row.gone}</small>}
            </>
          ),
        },
        { head: '份额', numeric: true, cell: (row) => row.shares },
        { head: '占全部', numeric: true, cell: (row) => row.part },
        { head: '从哪天起', narrow: true, cell: (row) => row.from },
      ]}
    />
  );
}

function Entry({ page, action }: { page: ShareRollPageProps; action: string }) {
  const { form } = page;
  return (
    <details class="fold" open={page.holders === 0 || form.values['shareLines'] !== undefined}>
      <summary>登记份额</summary>
      <PostForm action={action}>
        <Field form={form} name="holderKind" label={fieldLabel('holderKind')} options={page.kinds} />
        <Field form={form} name="shareFrom" label={fieldLabel('shareFrom')} kind="day" hint="如 2025-01-01" />
        <Field
          form={form}
          name="shareLines"
          label={fieldLabel('shareLines')}
          kind="rows"
          hint="一行一个：户号或成员编号，空一格，份额。如 12 3.5。可以从表格里两列一起粘贴；没写的人不变，写 0 就是没有了"
        />
        <Field form={form} name="shareWhy" label={fieldLabel('shareWhy')} hint="如 折股量化，或 李家分户" />
        <Field
          form={form}
          name="sharePaper"
          label={fieldLabel('sharePaper')}
          hint="如 成员大会决议和公示过的份额名单"
        />
        <FormButtons submit="先看一遍" />
      </PostForm>
    </details>
  );
}

/** Whether every share that was issued is somebody's. */
function Issued({ issued, total }: Pick<ShareRollPageProps, 'issued' | 'total'>) {
  if (issued === undefined) return null;
  const { shares, from, paper, more, less } = issued;
  const differs = more !== '0' ? `多 ${more} 份` : less !== '0' ? `少 ${less} 份` : '';
  return (
    <p>
      {`${fullDayText(from)}起一共量化 ${shares} 份（${paper}）。`}
      {differs !== '' && (
        <b>{`登记在各户各人名下的 ${total} 份，${differs}。对上以前，文件要求的不能分红。`}</b>
      )}
    </p>
  );
}

function IssuedEntry({ page, action }: { page: ShareRollPageProps; action: string }) {
  const { form } = page;
  return (
    <details class="fold" open={form.values['issuedShares'] !== undefined}>
      <summary>登记一共量化多少份</summary>
      <PostForm action={`${action}/issued`}>
        <Field
          form={form}
          name="issuedFrom"
          label={fieldLabel('issuedFrom')}
          kind="day"
          hint="如 2025-01-01"
        />
        <Field form={form} name="issuedShares" label={fieldLabel('issuedShares')} kind="number" unit="份" />
        <Field
          form={form}
          name="issuedPaper"
          label={fieldLabel('issuedPaper')}
          hint="如 成员大会折股量化决议"
        />
        <FormButtons submit="登记总数" />
      </PostForm>
    </details>
  );
}

/** The shares of a collective: how many there are, and who holds them. */
export function ShareRollPage(page: ShareRollPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          成员份额
          <span class="hint">
            {page.holders === 0
              ? fullDayText(page.on)
              : `${fullDayText(page.on)}　${page.holders} ${page.unit}，共 ${page.total} 份`}
          </span>
        </h1>
        <nav class="tabs" aria-label="名册">
          <a href={page.rosterHref}>成员名册</a>
          {page.changesHref !== undefined && <a href={page.changesHref}>历次变动</a>}
        </nav>
        <ErrorSummary form={page.form} />
        {page.gone > 0 && (
          <p>
            <b>{`${page.gone} ${page.unit}有份额的已经不在名册上。`}</b>
            份额不会自己消失，归谁由成员大会定，定了在下面登记。
          </p>
        )}
        <Issued issued={page.issued} total={page.total} />
        {page.holders === 0 ? <EmptyState sentence="还没有登记份额。" /> : <Holders page={page} />}
        <PageLinks pages={page.pages} />
        {page.action !== undefined && <Entry page={page} action={page.action} />}
        {page.action !== undefined && <IssuedEntry page={page} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}

/** One change of somebody's shares. */
export interface ShareChangeRow {
  readonly number: number;
  readonly holder: string;
  readonly from: string;
  readonly before: string;
  readonly after: string;
  readonly why: string;
  readonly paper: string;
  readonly by: string;
  /** Why it was withdrawn as entered wrongly; undefined while it stands. */
  readonly withdrawn: string | undefined;
}

/** What has changed of the shares, the latest first. */
export interface ShareChangesPageProps {
  readonly frame: OfficeFrameProps;
  readonly rollHref: string;
  readonly total: number;
  readonly rows: readonly ShareChangeRow[];
  readonly pages: readonly PageLink[];
  /** Field names: shareRow, withdrawnWhy. */
  readonly form: FormState;
  /** Absent for who may only look. */
  readonly action: string | undefined;
}

function WithdrawRow({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>
        登记错了，撤掉一行<span class="hint">后面没有别的变动、也没有分红按它分过才能撤，撤了还看得到</span>
      </h2>
      <PostForm action={action}>
        <Field
          form={form}
          name="shareRow"
          label={fieldLabel('shareRow')}
          kind="number"
          hint="上面表里的序号"
        />
        <Field form={form} name="withdrawnWhy" label={fieldLabel('withdrawnWhy')} hint="如 户号写错" />
        <FormButtons submit="撤掉这一行" />
      </PostForm>
    </section>
  );
}

/** The history of the shares. */
export function ShareChangesPage(page: ShareChangesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          份额的变动<span class="hint">{`登记过 ${page.total} 次，最近的在前`}</span>
        </h1>
        <nav class="tabs" aria-label="名册">
          <a href={page.rollHref}>现在的份额</a>
        </nav>
        <ErrorSummary form={page.form} />
        <DataTable
          caption="份额的变动"
          rows={page.rows}
          columns={[
            { head: '序号', narrow: true, cell: (row) => `${row.number}` },
            { head: '谁的', names: true, cell: (row) => row.holder },
            { head: '从哪天起', narrow: true, cell: (row) => row.from },
            { head: '原来', numeric: true, cell: (row) => row.before },
            {
              head: '改成',
              numeric: true,
              cell: (row) => (row.withdrawn === undefined ? row.after : <s>{row.after}</s>),
            },
            {
              head: '为什么',
              cell: (row) => (
                <>
                  {row.why}
                  {row.withdrawn !== undefined && <small>{`已撤：${row.withdrawn}`}</small>}
                </>
              ),
            },
            { head: '依据', cell: (row) => row.paper },
            { head: '谁登记的', cell: (row) => row.by },
          ]}
        />
        <PageLinks pages={page.pages} />
        {page.action !== undefined && <WithdrawRow form={page.form} action={page.action} />}
      </div>
    </OfficeFrame>
  );
}
