import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';
import { StationFields } from './asset-form.pages';
import { FundRows, type FundRowsProps } from './fund-rows.pages';

/** What an acceptance takes the work as: an asset of the register, or one that is entered with it. */
export interface AcceptedAssetProps extends Pick<FundRowsProps, 'fundLevels' | 'fundRows'> {
  readonly form: FormState;
  /** Assets of the register that cost what was built. */
  readonly assets: readonly Option[];
  readonly kinds: readonly Option[];
  readonly classes: readonly Option[];
}

/** An asset of the register to choose, and the fields of one that is not there yet. */
export function AcceptedAsset(page: AcceptedAssetProps) {
  const { form } = page;
  const name = (field: string): string => `asset[${field}]`;
  return (
    <>
      {page.assets.length > 0 && (
        <Field
          form={form}
          name="assetId"
          label={fieldLabel('assetId')}
          options={[{ value: '', label: '台账里还没有' }, ...page.assets]}
        />
      )}
      <fieldset>
        <legend>台账里还没有的，在这里登记</legend>
        <p class="small">
          原值就是已完成的数（记了劳务的连劳务一共），取得日期就是验收那天。选了台账里的资产就空着。
        </p>
        <Field form={form} name={name('kind')} label="种类" options={page.kinds} />
        <Field
          form={form}
          name={name('assetClass')}
          label={fieldLabel('assetClass')}
          options={page.classes}
        />
        <Field form={form} name={name('name')} label={fieldLabel('name')} />
        <Field form={form} name={name('titleHolder')} label={fieldLabel('titleHolder')} />
      </fieldset>
      <FundRows {...page} field={name('funds')} />
      <StationFields form={form} name={name} />
    </>
  );
}
