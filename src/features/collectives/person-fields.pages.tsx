import { fieldLabel } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { Field, type Option } from '../../platform/views/field';

/** What may be chosen of a person. */
export interface PersonOptions {
  readonly relations: readonly Option[];
  readonly labours: readonly Option[];
  readonly officerRelations: readonly Option[];
  readonly belongs: readonly Option[];
  readonly accountKinds: readonly Option[];
  readonly otherVillageWhys: readonly Option[];
}

interface PersonFieldsProps {
  readonly form: FormState;
  readonly options: PersonOptions;
  /** `change`: numbers left blank stay what they are, and nobody is shown them. */
  readonly kind: 'household' | 'member' | 'change';
}

/** The boxes of a person. The head's relation goes without saying. */
export function PersonFields(props: PersonFieldsProps) {
  const { form, options, kind } = props;
  const isChange = kind === 'change';
  return (
    <>
      <Field form={form} name="personName" label={fieldLabel('personName')} hint="和身份证上一样" />
      <Field
        form={form}
        name="identity"
        label={fieldLabel('identity')}
        hint={isChange ? '空着就不改' : '18 位，加密保存'}
      />
      {kind !== 'household' && (
        <Field form={form} name="relation" label={fieldLabel('relation')} options={options.relations} />
      )}
      <Field form={form} name="belongs" label={fieldLabel('belongs')} options={options.belongs} />
      <Field form={form} name="labour" label={fieldLabel('labour')} options={options.labours} />
      <Field
        form={form}
        name="officerRelation"
        label={fieldLabel('officerRelation')}
        options={options.officerRelations}
        hint="本人申报；安排岗位时要看"
      />
      <Field form={form} name="fromDay" label={fieldLabel('fromDay')} kind="day" hint="如 2025-07-11" />
      <OtherVillageField {...props} />
      <WaysFields {...props} />
    </>
  );
}

/** Asked only where it was found that another village of the county has the number on its list. */
function OtherVillageField({ form, options }: PersonFieldsProps) {
  const isAsked = form.problems.some(({ field }) => field === 'otherVillageWhy');
  if (!isAsked && (form.values.otherVillageWhy ?? '') === '') return null;
  return (
    <Field
      form={form}
      name="otherVillageWhy"
      label={fieldLabel('otherVillageWhy')}
      options={[{ value: '', label: '不填' }, ...options.otherVillageWhys]}
    />
  );
}

/** How the person is reached and paid. */
function WaysFields({ form, options, kind }: PersonFieldsProps) {
  const isChange = kind === 'change';
  const accounts = [{ value: '', label: isChange ? '不改' : '还没有账户' }, ...options.accountKinds];
  return (
    <>
      <Field
        form={form}
        name="mobile"
        label={fieldLabel('mobile')}
        hint={isChange ? '空着就不改' : '没有就空着'}
      />
      <Field
        form={form}
        name="accountKind"
        label={fieldLabel('accountKind')}
        options={isChange ? [...accounts, { value: 'none', label: '原来的账户不用了' }] : accounts}
      />
      <Field
        form={form}
        name="accountNumber"
        label={fieldLabel('accountNumber')}
        hint="换账户才填；加密保存"
      />
      <Field form={form} name="bank" label={fieldLabel('bank')} hint="如 县农商行河湾支行" />
    </>
  );
}
