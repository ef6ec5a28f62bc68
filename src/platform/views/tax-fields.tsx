import { TAX_BASES } from '../../domain/money/taxed';
import { fieldLabel, labelOf } from '../../glossary/terms';
import type { FormState } from './error-summary';
import { Field, type Option } from './field';

const BASES: readonly Option[] = [
  { value: '', label: labelOf('taxBasis.unsaid') },
  ...TAX_BASES.map((value) => ({ value, label: labelOf(`taxBasis.${value}`) })),
];

/**
 * What the paper says of tax; most say nothing.
 * @param isWhole for one paper: its amount of tax may be typed, and tax may come on top
 */
export function TaxFields({ form, isWhole = true }: { form: FormState; isWhole?: boolean }) {
  const bases = isWhole ? BASES : BASES.filter(({ value }) => value !== 'net');
  return (
    <>
      <Field form={form} name="taxBasis" label={fieldLabel('taxBasis')} options={bases} hint="照发票或合同" />
      <Field
        form={form}
        name="taxPercent"
        label={fieldLabel('taxPercent')}
        kind="number"
        unit="%"
        hint="照发票；没开发票、没写税的不填"
      />
      {isWhole && (
        <Field
          form={form}
          name="taxAmount"
          label={fieldLabel('taxAmount')}
          kind="number"
          unit="元"
          hint="照发票；不填就按税率算"
        />
      )}
    </>
  );
}
