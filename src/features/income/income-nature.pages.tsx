import { NONE_OF_THESE } from '../../domain/assets/matter-words';
import type { NaturePicks } from '../../domain/income/income-nature';
import type { Word } from '../../domain/policy/pack';
import { NONE_WORDS } from '../../glossary/matter-words';
import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** What a form asks of income because the document in force does. */
export interface NatureAsks {
  readonly kinds: readonly Option[];
  readonly modes: readonly Option[];
  readonly asksPaper: boolean;
}

/** The document's words as a form offers them; undefined where no document in force has any. */
export function natureAsks(picks: NaturePicks | undefined): NatureAsks | undefined {
  if (picks === undefined) return undefined;
  return { kinds: offered(picks.kinds), modes: offered(picks.modes), asksPaper: picks.asksPaper };
}

function offered(words: readonly Word[]): readonly Option[] {
  if (words.length === 0) return [];
  const own = words.map(({ id, name }) => ({ value: id, label: name }));
  return [{ value: '', label: '没有说' }, ...own, { value: NONE_OF_THESE, label: NONE_WORDS.ofThese }];
}

/** What the document calls the income, and why it is not followed where it asks for a reason. */
export function NatureFields({ form, asks }: { form: FormState; asks: NatureAsks | undefined }) {
  if (asks === undefined) return null;
  return (
    <fieldset>
      <legend>文件要问的</legend>
      {asks.kinds.length > 0 && (
        <Field form={form} name="incomeKind" label={fieldLabel('incomeKind')} options={asks.kinds} />
      )}
      {asks.modes.length > 0 && (
        <Field
          form={form}
          name="incomeMode"
          label={fieldLabel('incomeMode')}
          options={asks.modes}
          hint="不选就照资产的类别定"
        />
      )}
      {asks.asksPaper && (
        <Field
          form={form}
          name="paperAmount"
          label={fieldLabel('paperAmount')}
          kind="number"
          unit="元"
          hint="单据上的总额和上面的金额不同时填"
        />
      )}
      <Field form={form} name="incomeReason" label={fieldLabel('incomeReason')} hint="文件要求写理由时才写" />
    </fieldset>
  );
}
