import type { Fen } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** An agreement, what fell due under it and what its owner was paid. */
export interface KeptAgreement {
  readonly owner: string;
  readonly kind: string;
  readonly share: string;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly signedOn: string;
  readonly paper: string;
  readonly endReason: string | undefined;
  /** Came for the owner, and not yet paid to him. */
  readonly owed: Fen;
  readonly dues: readonly {
    readonly from: string;
    readonly to: string;
    readonly what: string;
    readonly amount: Fen;
    readonly part: Fen;
    readonly came: Fen;
    readonly voucherHref: string;
  }[];
  readonly payments: readonly {
    readonly paidOn: string;
    readonly amount: Fen;
    readonly voucherHref: string;
  }[];
  readonly payAction: string | undefined;
  readonly endAction: string | undefined;
}

/** What an asset that the village keeps or runs brings its owner. */
export interface CustodyPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly assetHref: string;
  /** Its title is a household's. */
  readonly isHouseholds: boolean;
  readonly agreements: readonly KeptAgreement[];
  /** Field names: those of the domain's CustodyForm, CustodyEndForm and CustodyPaymentForm. */
  readonly form: FormState;
  readonly kinds: readonly Option[];
  /** Where an agreement is entered; absent for those who only look. */
  readonly action: string | undefined;
}

function Facts({ of }: { of: KeptAgreement }) {
  return (
    <dl class="facts">
      <dt>还没付给业主</dt>
      <dd>
        <b>
          <Money fen={of.owed} />
        </b>
      </dd>
      <dt>业主得</dt>
      <dd>{`${of.share}，其余归村集体`}</dd>
      <dt>从哪天到哪天</dt>
      <dd>
        {of.firstOn <= of.lastOn ? `${of.firstOn} 至 ${of.lastOn}` : '没有生效过'}
        {of.endReason !== undefined && <small>{`提前结束：${of.endReason}`}</small>}
      </dd>
      <dt>协议</dt>
      <dd>{`${of.paper}，${fullDayText(of.signedOn)}签订`}</dd>
    </dl>
  );
}

function Dues({ of }: { of: KeptAgreement }) {
  if (of.dues.length === 0) return <p class="small">还没有记过收入。</p>;
  const sum = (pick: (due: KeptAgreement['dues'][number]) => Fen): Fen =>
    of.dues.reduce((all, due) => all + pick(due), 0n);
  return (
    <DataTable
      caption="应收和业主的一份"
      rows={of.dues}
      columns={[
        {
          head: '哪几天的',
          narrow: true,
          cell: (due) => (
            <>
              <a href={due.voucherHref}>{due.what}</a>
              <small>{`${due.from} 至 ${due.to}`}</small>
            </>
          ),
          total: '合计',
        },
        {
          head: '应收（元）',
          numeric: true,
          cell: (due) => <Money fen={due.amount} />,
          total: <Money fen={sum((due) => due.amount)} />,
        },
        {
          head: '村集体的',
          numeric: true,
          cell: (due) => <Money fen={due.amount - due.part} />,
          total: <Money fen={sum((due) => due.amount - due.part)} />,
        },
        {
          head: '业主的',
          numeric: true,
          cell: (due) => <Money fen={due.part} />,
          total: <Money fen={sum((due) => due.part)} />,
        },
        {
          head: '业主的已收到',
          numeric: true,
          cell: (due) => <Money fen={due.came} />,
          total: <Money fen={sum((due) => due.came)} />,
        },
      ]}
    />
  );
}

function Payments({ of }: { of: KeptAgreement }) {
  if (of.payments.length === 0) return null;
  return (
    <DataTable
      caption="付给业主的"
      rows={of.payments}
      columns={[
        { head: '付款日期', narrow: true, cell: (row) => row.paidOn },
        { head: '金额（元）', numeric: true, cell: (row) => <Money fen={row.amount} /> },
        { head: '凭证', cell: (row) => <a href={row.voucherHref}>看凭证</a> },
      ]}
    />
  );
}

function PayForm({ page, action }: { page: CustodyPageProps; action: string }) {
  const { form } = page;
  return (
    <PostForm action={action} entry>
      <Field form={form} name="paidOn" label={fieldLabel('paidOn')} kind="day" hint="照银行回单" />
      <Field form={form} name="amount" label={fieldLabel('amount')} kind="number" unit="元" />
      <AttachmentsField form={form} label={fieldLabel('attachments')} />
      <FormButtons submit="付给业主" cancelHref={page.assetHref} />
    </PostForm>
  );
}

function EndForm({ page, action }: { page: CustodyPageProps; action: string }) {
  const { form } = page;
  return (
    <details class="fold" open={form.values['custodyEndReason'] !== undefined}>
      <summary>提前结束</summary>
      <PostForm action={action} entry>
        <Field
          form={form}
          name="custodyEndOn"
          label={fieldLabel('custodyEndOn')}
          kind="day"
          hint="最后一天；以后的日子没有记过收入才行"
        />
        <Field form={form} name="custodyEndReason" label={fieldLabel('custodyEndReason')} />
        <FormButtons submit="记下结束" cancelHref={page.assetHref} />
      </PostForm>
    </details>
  );
}

function AgreeForm({ page, action }: { page: CustodyPageProps; action: string }) {
  const { form } = page;
  return (
    <PostForm action={action} entry>
      <Field form={form} name="custodyKind" label={fieldLabel('custodyKind')} options={page.kinds} />
      <Field
        form={form}
        name="custodyOwner"
        label={fieldLabel('custodyOwner')}
        hint="名字，不写身份证号和电话"
      />
      <Field
        form={form}
        name="ownersShare"
        label={fieldLabel('ownersShare')}
        hint="照协议，如 75%；其余归村集体"
      />
      <Field form={form} name="custodyFrom" label={fieldLabel('custodyFrom')} kind="day" />
      <Field form={form} name="custodyTo" label={fieldLabel('custodyTo')} kind="day" />
      <Field form={form} name="signedOn" label={fieldLabel('signedOn')} kind="day" />
      <Field form={form} name="paper" label="协议" hint="协议的名称和编号" />
      <FormButtons submit="登记协议" cancelHref={page.assetHref} />
      <p class="small">
        这项资产的租金和其他收入，业主的一份不算村集体收入，不进分配。应收时：借 应收款，贷
        经营收入（村里的）、内部往来（业主的）； 到账后业主的一份转到应付款，付给业主时：借 应付款，贷
        银行存款。按累计数分，合起来一分不差。
      </p>
    </PostForm>
  );
}

/** What is owed to the owner first, then what fell due and what he was paid, then the forms. */
export function CustodyPage(page: CustodyPageProps) {
  const { agreements, action } = page;
  const isNone = agreements.length === 0;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          <a href={page.assetHref}>{page.name}</a>
          <span class="hint">代管、代为经营</span>
        </h1>
        <ErrorSummary form={page.form} />
        {isNone && (
          <EmptyState
            sentence={
              page.isHouseholds
                ? '还没有和业主的协议。登记了协议，村里才能出租、代为经营。'
                : '没有代管协议，收入都归村集体。'
            }
          />
        )}
        {agreements.map((each) => (
          <section>
            <h2>
              {each.owner}
              <span class="hint">{each.kind}</span>
            </h2>
            <Facts of={each} />
            {each.payAction !== undefined && <PayForm page={page} action={each.payAction} />}
            <section>
              <Dues of={each} />
            </section>
            <Payments of={each} />
            {each.endAction !== undefined && <EndForm page={page} action={each.endAction} />}
          </section>
        ))}
        {action !== undefined && (
          <details class="fold" open={isNone || page.form.values['ownersShare'] !== undefined}>
            <summary>登记协议</summary>
            <AgreeForm page={page} action={action} />
          </details>
        )}
      </div>
    </OfficeFrame>
  );
}
