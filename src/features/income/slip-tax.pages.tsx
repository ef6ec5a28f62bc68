import { TAX_BASES } from '../../domain/money/taxed';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { fieldProblems, type FormState } from '../../platform/views/error-summary';
import { Field } from '../../platform/views/field';

const BASES = TAX_BASES.map((value) => ({ value, label: labelOf(`taxBasis.${value}`) }));
const FIGURES = ['taxPercent', 'taxAmount', 'taxKept', 'paidAmount'] as const;

/** What few slips print: the tax of the energy fee, and whether the grid keeps it back. */
export function SlipTaxFields({ form }: { form: FormState }) {
  const isSaid =
    form.values.taxBasis === 'net' ||
    FIGURES.some((name) => (form.values[name] ?? '') !== '' || fieldProblems(form, name).length > 0);
  return (
    <details class="fold" open={isSaid}>
      <summary>单据上写了税</summary>
      <p class="small">没有写税的单子不填。实付少了税额的，是电网代扣：应收按实付记，税不再交。</p>
      <Field form={form} name="taxBasis" label={fieldLabel('taxBasis')} options={BASES} hint="不选就是含税" />
      <Field
        form={form}
        name="taxPercent"
        label={fieldLabel('taxPercent')}
        kind="number"
        unit="%"
        hint="照单据，是电费的税率"
      />
      <Field
        form={form}
        name="taxAmount"
        label={fieldLabel('taxAmount')}
        kind="number"
        unit="元"
        hint="照单据；不填就按税率算"
      />
      <Field
        form={form}
        name="taxKept"
        label={fieldLabel('taxKept')}
        kind="number"
        unit="元"
        hint="照单据，要和税额一样；单据上没有这一栏就不填"
      />
      <Field
        form={form}
        name="paidAmount"
        label={fieldLabel('paidAmount')}
        kind="number"
        unit="元"
        hint="电费和补贴一共付多少"
      />
    </details>
  );
}
