import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** What is typed; the books say the rest. */
export interface HandoverFormPageProps {
  readonly frame: OfficeFrameProps;
  /** Field names: those of the domain's HandoverForm. */
  readonly form: FormState;
  readonly action: string;
  readonly cancelHref: string;
}

/** The form of a new handover. */
export function HandoverFormPage({ frame, form, action, cancelHref }: HandoverFormPageProps) {
  const people = [
    ['post', '如 村会计、出纳、村主任'],
    ['handedBy', '职务和姓名，如 原会计 周敏'],
    ['takenBy', '如 新会计 李平'],
    ['handoverWatchedBy', '镇里或监委会的人'],
  ] as const;
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>
          办移交<span class="hint">资产、合同、余额、凭证由账上自己填</span>
        </h1>
        <ErrorSummary form={form} />
        <PostForm action={action} entry>
          <Field
            form={form}
            name="handedOn"
            label={fieldLabel('handedOn')}
            kind="day"
            hint="账上截至这一天的数写进移交表"
          />
          {people.map(([name, hint]) => (
            <Field form={form} name={name} label={fieldLabel(name)} hint={hint} />
          ))}
          <Field
            form={form}
            name="papers"
            label={fieldLabel('papers')}
            kind="rows"
            hint="一行一样：公章、财务章、银行U盾、保险柜钥匙、账本、合同原件……不写密码和账号"
          />
          <Field
            form={form}
            name="handoverRemark"
            label={fieldLabel('handoverRemark')}
            kind="area"
            hint="还没办完的事；没有就不填"
          />
          <FormButtons submit="存移交表" cancelHref={cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
