import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { PersonFields, type PersonOptions } from './person-fields.pages';

/** Where a person is entered: a household with its head, one more of a household, or a change. */
export interface MemberFormPageProps {
  readonly frame: OfficeFrameProps;
  readonly title: string;
  readonly kind: 'household' | 'member' | 'change';
  /** Whose, under the title. */
  readonly of: string;
  readonly options: PersonOptions;
  /** The households to choose from, of a change. */
  readonly households: readonly Option[];
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
}

/** The form of a person. */
export function MemberFormPage(page: MemberFormPageProps) {
  const { form, kind } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.title}
          <span class="hint">{page.of}</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={page.action} entry>
          {kind === 'household' && (
            <Field
              form={form}
              name="villageGroup"
              label={fieldLabel('villageGroup')}
              hint="如 三组；没有就空着"
            />
          )}
          {kind === 'change' && (
            <Field
              form={form}
              name="householdId"
              label={fieldLabel('householdId')}
              options={page.households}
            />
          )}
          <PersonFields form={form} options={page.options} kind={kind} />
          {kind === 'change' && (
            <Field
              form={form}
              name="personChange"
              label={fieldLabel('personChange')}
              hint="如 换了银行卡、分户、身份证号填错了"
            />
          )}
          <FormButtons submit="保存" cancelHref={page.cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
