import { fieldLabel } from '../../glossary/terms';
import { AttachmentsField } from '../../platform/views/attachments-field';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';

/** What the forms of the page are filled with. */
export interface CustodyForms {
  readonly assetHref: string;
  /** Field names: those of the domain's forms of an agreement, its bearers, its end and a payment. */
  readonly form: FormState;
  readonly kinds: readonly Option[];
  readonly borne: readonly Option[];
  readonly bearers: readonly Option[];
  readonly borneKinds: readonly Option[];
  readonly borneBy: readonly Option[];
}

/** The owner is paid. */
export function PayForm({ page, action }: { page: CustodyForms; action: string }) {
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

/** The owner's part of a cost is kept back from what came for him, or he has paid it. */
export function CostForm({ page, action, costs }: { page: CustodyForms; action: string; costs: Option[] }) {
  const { form } = page;
  return (
    <PostForm action={action} entry>
      <Field form={form} name="borneCost" label={fieldLabel('borneCost')} options={costs} />
      <Field form={form} name="borneBy" label={fieldLabel('borneBy')} options={page.borneBy} />
      <Field form={form} name="keptBackOn" label={fieldLabel('keptBackOn')} kind="day" />
      <Field
        form={form}
        name="keptBackAmount"
        label={fieldLabel('keptBackAmount')}
        kind="number"
        unit="元"
        hint="收入不够的先扣一部分，其余的以后再扣，或者等业主交来"
      />
      <FormButtons submit="登记业主承担的" cancelHref={page.assetHref} />
    </PostForm>
  );
}

/** Who bears the tax, or the costs, from a day on. */
export function BearersForm({ page, action }: { page: CustodyForms; action: string }) {
  const { form } = page;
  return (
    <details class="fold" open={form.problems.length > 0 && form.values['borne'] !== undefined}>
      <summary>税额、费用由谁承担</summary>
      <PostForm action={action} entry>
        <Field form={form} name="borne" label={fieldLabel('borne')} options={page.borne} />
        <Field
          form={form}
          name="borneKind"
          label={fieldLabel('borneKind')}
          options={page.borneKinds}
          hint="只对费用；同一天起又登记了全部、又登记了一种的，这一种照它自己的"
        />
        <Field form={form} name="custodyBearer" label={fieldLabel('custodyBearer')} options={page.bearers} />
        <Field
          form={form}
          name="bearersFrom"
          label={fieldLabel('bearersFrom')}
          kind="day"
          hint="这天起的收入和费用照这样算；已经分过的日子不能改"
        />
        <Field form={form} name="paper" label="依据" hint="协议的条款，或补充协议" />
        <FormButtons submit="登记" cancelHref={page.assetHref} />
        <p class="small">
          单据另列税额时：按份承担，先减税额再按份分；业主承担，从业主的一份里减；村集体承担，业主的一份不减。
          税额由村里申报缴纳。
        </p>
        <p class="small">
          费用的账单照常记，付款时全记村里的费用。业主承担的，从替他收着的钱里扣：借 应付款（业主），贷
          经营支出；收入没到账的等到账再扣；业主自己交来的，账单没付清也在上面登记。账单比村里这笔钱多的，先记欠着再付款。没有登记的，费用归村集体。各地文件没有写怎么算，这样算还没有经县里确认。
        </p>
      </PostForm>
    </details>
  );
}

/** The agreement ends early. */
export function EndForm({ page, action }: { page: CustodyForms; action: string }) {
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

/** An agreement is entered. */
export function AgreeForm({ page, action }: { page: CustodyForms; action: string }) {
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
