import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { type GlyphState, StateChip } from '../../platform/views/state-glyph';
import { DataTable } from '../../platform/views/table';

/** What of a pool may be given to the members, and what they are owed of it. */
export interface MemberShareRow {
  readonly pool: string;
  readonly surplus: Fen;
  /** Neither promised by a plan nor set aside. */
  readonly free: Fen;
  /** The less of the two, never below zero: both have to allow it. */
  readonly most: Fen;
  readonly owed: Fen;
}

/** A round in the list. */
export interface DividendRow {
  readonly number: number;
  readonly href: string;
  readonly pool: string;
  readonly amount: Fen;
  readonly rollOn: string;
  readonly holders: number;
  readonly state: GlyphState;
  readonly stateWord: string;
}

/** The members' share of the surplus: what may be given, the rounds, a new one. */
export interface MemberSharesPageProps {
  readonly frame: OfficeFrameProps;
  readonly rows: readonly MemberShareRow[];
  /** The latest first. */
  readonly rounds: readonly DividendRow[];
  /** Field names: pool, amount, rollOn, dividendWhy, paper. */
  readonly form: FormState;
  /** Of what was given as one sum; field names: pool, amount, postedOn, attachments. */
  readonly payment: FormState;
  readonly pools: readonly Option[];
  readonly owedPools: readonly Option[];
  /** Absent for those who only look. */
  readonly action?: string | undefined;
  /** Absent where nothing is owed that was given as one sum. */
  readonly payAction?: string | undefined;
  readonly rollHref: string;
  readonly cancelHref: string;
  /** That no document is in force today by which members could be given a share, in words. */
  readonly noDocument?: string | undefined;
}

function Pools({ rows }: { rows: readonly MemberShareRow[] }) {
  return (
    <DataTable
      caption="各类资金能分多少"
      rows={rows}
      columns={[
        { head: '资金类别', names: true, cell: (row) => row.pool },
        { head: '账面可分配', numeric: true, cell: (row) => <Money fen={row.surplus} /> },
        { head: '能动的钱', numeric: true, cell: (row) => <Money fen={row.free} /> },
        { head: '最多能分', numeric: true, cell: (row) => <Money fen={row.most} /> },
        { head: '分了还没付', numeric: true, cell: (row) => <Money fen={row.owed} /> },
      ]}
    />
  );
}

function Rounds({ rows }: { rows: readonly DividendRow[] }) {
  return (
    <DataTable
      caption="历次分红"
      rows={rows}
      columns={[
        { head: '第几次', names: true, cell: (row) => <a href={row.href}>{`第${row.number}次`}</a> },
        { head: '资金类别', cell: (row) => row.pool },
        { head: '金额', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '按哪天的份额', narrow: true, cell: (row) => row.rollOn },
        { head: '几个持有人', numeric: true, cell: (row) => `${row.holders}` },
        { head: '办到哪里', cell: (row) => <StateChip state={row.state}>{row.stateWord}</StateChip> },
      ]}
    />
  );
}

function Draft({ page, action }: { page: MemberSharesPageProps; action: string }) {
  const { form } = page;
  return (
    <section>
      <h2>
        起草一次分红<span class="hint">起草不欠钱：走完“四议两公开”、镇里同意以后入账才欠</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="pool" label={fieldLabel('pool')} options={page.pools} />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <Field
          form={form}
          name="rollOn"
          label={fieldLabel('rollOn')}
          kind="day"
          hint={
            <>
              如 2025-12-31；各户有多少份看<a href={page.rollHref}>成员份额</a>
            </>
          }
        />
        <Field
          form={form}
          name="dividendWhy"
          label={fieldLabel('dividendWhy')}
          hint="文件要写理由的才填，公示时一起写上"
        />
        <Field form={form} name="paper" label={fieldLabel('paper')} hint="如 2025年收益分配方案" />
        <FormButtons submit="起草" cancelHref={page.cancelHref} />
      </PostForm>
    </section>
  );
}

function PayAsOne({ page, action }: { page: MemberSharesPageProps; action: string }) {
  const { payment: form } = page;
  return (
    <section>
      <h2>
        付以前合起来记的<span class="hint">没有按户记的那些，全体成员合起来付一笔</span>
      </h2>
      <ErrorSummary form={form} />
      <PostForm action={action}>
        <Field form={form} name="pool" label={fieldLabel('pool')} options={page.owedPools} />
        <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
        <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" hint="如 2025-12-31" />
        <Field
          form={form}
          name="attachments"
          label={fieldLabel('attachments')}
          kind="number"
          unit="张"
          hint="名单；不填算 1 张"
        />
        <FormButtons submit="付款入账" />
      </PostForm>
    </section>
  );
}

/** What each pool lets be given, the rounds so far, and a new one. */
export function MemberSharesPage(page: MemberSharesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          成员分红<span class="hint">按份额分给各户，账上一户一户记　金额单位：元</span>
        </h1>
        <ErrorSummary form={page.form} />
        <Pools rows={page.rows} />
        <p class="small">
          能不能分，看县里的文件；分多少，由成员大会决定。能动的钱不算方案答应发的和留存的。账面可分配和能动的钱，哪个少就最多分哪个；专项资金不分。
        </p>
        {page.noDocument !== undefined && <p class="barred">{page.noDocument}</p>}
        {page.rounds.length > 0 && <Rounds rows={page.rounds} />}
        {page.action !== undefined && <Draft page={page} action={page.action} />}
        {page.payAction !== undefined && <PayAsOne page={page} action={page.payAction} />}
      </div>
    </OfficeFrame>
  );
}
