import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { type StandingLease, StandingLeases } from './standing-leases.pages';

/** A departure as it was entered. */
export interface DepartureRow {
  readonly way: string;
  readonly leftOn: string;
  readonly reason: string;
  readonly paper: string;
  readonly approvedBy: string;
  /** Why it does not hold; absent while it stands. */
  readonly withdrawn: string | undefined;
  readonly withdrawAction: string | undefined;
}

/** How something that stands in no books leaves the register. */
export interface AssetDeparturePageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  /** Contracts over it that go on after today. */
  readonly leases: readonly StandingLease[];
  readonly assetHref: string;
  readonly lifeHref: string;
  readonly filesHref: string;
  /** What it is worth in the books; undefined where nothing of it stands in them. */
  readonly net: Fen | undefined;
  /** When and how it left; undefined while it stands. */
  readonly left: { readonly on: string; readonly how: string } | undefined;
  readonly rows: readonly DepartureRow[];
  readonly ways: readonly Option[];
  /** Field names: those of the domain's DepartureForm. */
  readonly form: FormState;
  /** Where the form posts to; absent for those who only look, and for what cannot leave this way. */
  readonly action: string | undefined;
}

function Stand({ page }: { page: AssetDeparturePageProps }) {
  if (page.left !== undefined)
    return (
      <p>
        <b>{`${fullDayText(page.left.on)}离开台账：${page.left.how}`}</b>
      </p>
    );
  if (page.net === undefined) return <p>账上没有它的数：离开台账不做凭证，写清原因和依据。</p>;
  return (
    <p>
      账上还有它的数，净值 <Money fen={page.net} /> 元：要按处置出账，<a href={page.lifeHref}>去记处置</a>。
    </p>
  );
}

function Told({ page }: { page: AssetDeparturePageProps }) {
  if (page.rows.length === 0) return null;
  return (
    <DataTable
      caption="离开台账的登记"
      rows={page.rows}
      columns={[
        { head: '最后一天', narrow: true, cell: (row) => row.leftOn },
        {
          head: '怎么离开',
          names: true,
          cell: (row) => (row.withdrawn === undefined ? row.way : <s>{row.way}</s>),
        },
        {
          head: '原因',
          cell: (row) => (
            <>
              {row.reason}
              {row.withdrawn !== undefined && <small>{`已撤销：${row.withdrawn}`}</small>}
            </>
          ),
        },
        {
          head: '依据',
          cell: (row) => (
            <>
              {row.paper}
              <small>{row.approvedBy}</small>
            </>
          ),
        },
      ]}
    />
  );
}

function Entry({ page, action }: { page: AssetDeparturePageProps; action: string }) {
  const { form } = page;
  return (
    <PostForm action={action} entry>
      <Field form={form} name="departureWay" label={fieldLabel('departureWay')} options={page.ways} />
      <Field form={form} name="leftOn" label={fieldLabel('leftOn')} kind="day" hint="如 2025-07-11" />
      <Field form={form} name="departureReason" label={fieldLabel('departureReason')} />
      <Field
        form={form}
        name="paper"
        label={fieldLabel('paper')}
        hint="如 到期的流转合同、收回决定、移交清单"
      />
      <Field
        form={form}
        name="approvedBy"
        label={fieldLabel('approvedBy')}
        hint="如 成员代表会议；不写个人的名字"
      />
      <FormButtons submit="离开台账" cancelHref={page.assetHref} />
    </PostForm>
  );
}

function Withdraw({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>登记错了</h2>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="departureWithdrawn"
          label={fieldLabel('departureWithdrawn')}
          hint="撤销以后它照旧在台账上，原来的登记留着"
        />
        <FormButtons submit="撤销这次登记" />
      </PostForm>
    </section>
  );
}

/** Whether it can leave, the form of it, and what was entered before. */
export function AssetDeparturePage(page: AssetDeparturePageProps) {
  const withdraw = page.rows.find((row) => row.withdrawAction !== undefined)?.withdrawAction;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">离开台账</span>
          <a class="aside" href={page.filesHref}>
            材料
          </a>
        </h1>
        <ErrorSummary form={page.form} />
        <Stand page={page} />
        {page.action !== undefined && <StandingLeases leases={page.leases} />}
        {page.action !== undefined && <Entry page={page} action={page.action} />}
        <Told page={page} />
        {withdraw !== undefined && <Withdraw form={page.form} action={withdraw} />}
      </div>
    </OfficeFrame>
  );
}
