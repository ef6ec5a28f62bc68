import { DEDUCTION_KINDS, FIXED_PARTS, TERM_TYPES } from '../../domain/deductions/contract-term';
import { COST_POOLS } from '../../domain/deductions/read-cost-contract';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { KeptFormButtons } from '../../platform/views/kept-form-buttons';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** A contract of costs to be entered. */
export interface CostContractFormPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's CostContractForm. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
  readonly assets: readonly Option[];
}

function optionsOf(area: string, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

const KINDS = optionsOf('deductionKind', DEDUCTION_KINDS);
const TYPES = optionsOf('termType', TERM_TYPES);
const PARTS = optionsOf('yearPart', FIXED_PARTS);
const POOLS = optionsOf('pool', COST_POOLS);

function What({ page: { form, assets } }: { page: CostContractFormPageProps }) {
  return (
    <>
      <Field form={form} name="kind" label={fieldLabel('kind')} options={KINDS} />
      <Field form={form} name="name" label={fieldLabel('name')} hint="会印在公示上，如 电站土地租金" />
      <Field
        form={form}
        name="assetId"
        label={fieldLabel('assetId')}
        options={[{ value: '', label: '不单为哪一项资产' }, ...assets]}
      />
      <Field form={form} name="pool" label={fieldLabel('pool')} options={POOLS} hint="选了资产就不用选" />
      <Field form={form} name="validFrom" label={fieldLabel('firstOn')} kind="day" hint="含当天" />
      <Field
        form={form}
        name="validTo"
        label={fieldLabel('lastOn')}
        kind="day"
        hint="没有约定就不填；保险要填"
      />
    </>
  );
}

function Reckoning({ page: { form } }: { page: CostContractFormPageProps }) {
  const number = { form, kind: 'number' } as const;
  return (
    <fieldset>
      <legend>该付多少</legend>
      <Field form={form} name="termType" label={fieldLabel('termType')} options={TYPES} />
      <Field
        form={form}
        name="yearPart"
        label={fieldLabel('yearPart')}
        options={PARTS}
        hint="定额和土地租金要选；保险选一次付清"
      />
      <Field {...number} name="amount" label={fieldLabel('amount')} unit="元" hint="定额才填" />
      <Field {...number} name="mu" label={fieldLabel('mu')} unit="亩" hint="土地租金才填" />
      <Field
        {...number}
        name="yuanPerMuYear"
        label={fieldLabel('yuanPerMuYear')}
        unit="元"
        hint="土地租金才填"
      />
      <Field {...number} name="ownShare" label={fieldLabel('ownShare')} hint="联村电站的土地才填，如 6.25%" />
      <Field {...number} name="rate" label={fieldLabel('rate')} hint="按到账比例才填，如 2.9%" />
      <Field
        {...number}
        name="yuanPerWattYear"
        label={fieldLabel('yuanPerWattYear')}
        unit="元"
        hint="照账单、有上限才填，如 0.03"
      />
      <Field
        {...number}
        name="capacityKw"
        label={fieldLabel('capacityKw')}
        unit="千瓦"
        hint="有上限才填；不填就用资产的"
      />
    </fieldset>
  );
}

function Insurance({ page: { form } }: { page: CostContractFormPageProps }) {
  return (
    <fieldset>
      <legend>保险</legend>
      <Field form={form} name="policyNumber" label={fieldLabel('policyNumber')} hint="是保险才填" />
      <Field
        form={form}
        name="sumInsured"
        label={fieldLabel('sumInsured')}
        kind="number"
        unit="元"
        hint="是保险才填"
      />
    </fieldset>
  );
}

/** A contract by which the village pays, as it was signed; what it asks for follows from it. */
export function CostContractFormPage(page: CostContractFormPageProps) {
  const { form } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          登记付钱的合同<span class="hint">土地租金、运维、保险，到期由系统照合同算</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry tryOut="keep">
          <What page={page} />
          <Reckoning page={page} />
          <Insurance page={page} />
          <fieldset>
            <legend>依据</legend>
            <Field
              form={form}
              name="clause"
              label={fieldLabel('clause')}
              hint="如 合同第三条，会印在公示上"
            />
            <Field
              form={form}
              name="reason"
              label={fieldLabel('reason')}
              kind="area"
              hint="政策文件没有点名的费用要写，会印在公示上"
            />
          </fieldset>
          <KeptFormButtons submit="登记" cancelHref={page.cancelHref} keptAt={form.keptAt} />
          <p class="small">登记以后不能改；以后改价、提前结束、续签，在合同页上写变更。</p>
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
