import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { cameBack, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { PayChecks, type PayChecksProps } from './pay-checks.pages';

/** Where what the bank did is entered. */
export interface BankForm {
  /** Where its file is read; absent where none is expected any more. */
  readonly resultsHref: string | undefined;
  readonly action: string;
  readonly dids: readonly Option[];
  readonly kinds: readonly Option[];
  /** How many lines wait for the bank's word. */
  readonly open: number;
}

/** Where the bank's file is taken, and which files of forms are wrong and left out. */
export interface BankFileForm {
  readonly action: string;
  readonly layouts: readonly Option[];
  readonly wrong: readonly string[];
}

/** What somebody may do with a list now; what is absent he may not, or not now. */
export interface PayListActsProps {
  /** Every field of the forms below. */
  readonly form: FormState;
  /** In whose hands the list is, where it is not this person's. */
  readonly waits: string;
  readonly submitAction: string | undefined;
  readonly review:
    { readonly action: string; readonly digest: string; readonly outcomes: readonly Option[] } | undefined;
  readonly sendAction: string | undefined;
  readonly file: BankFileForm | undefined;
  /** What the bank did: by its file, or line by line. */
  readonly bank: BankForm | undefined;
  readonly recallAction: string | undefined;
  /** Where people's pay advices are printed. */
  readonly advicesHref: string | undefined;
  /** Where what came back is listed anew. */
  readonly again: { readonly href: string; readonly words: string } | undefined;
}

function Submit({
  form,
  action,
  asked,
}: {
  readonly form: FormState;
  readonly action: string;
  readonly asked: PayChecksProps['asked'];
}) {
  return (
    <section>
      <h2>
        提交<span class="hint">提交以后就定下来，人、钱、账户都不能再改；镇里同意的就是这一张</span>
      </h2>
      <PostForm action={action} entry={asked.length > 0}>
        {asked.map(({ code, label }) => (
          <Field form={form} name={`reasons[${code}]`} label={`原因：${label}`} kind="area" />
        ))}
        <FormButtons submit="提交镇里审核" />
      </PostForm>
    </section>
  );
}

function Review({
  form,
  review,
}: {
  readonly form: FormState;
  readonly review: NonNullable<PayListActsProps['review']>;
}) {
  return (
    <section>
      <h2>
        镇里审核<span class="hint">同意的是下面这一张；退回就作废，村里重新列</span>
      </h2>
      <PostForm action={review.action} entry>
        <input type="hidden" name="digest" value={review.digest} />
        <Field form={form} name="outcome" label={fieldLabel('outcome')} options={review.outcomes} />
        <Field form={form} name="reason" label={fieldLabel('reason')} hint="退回的要写" />
        <FormButtons submit="审核" />
      </PostForm>
    </section>
  );
}

function Send({ action }: { readonly action: string }) {
  return (
    <section>
      <h2>
        送银行<span class="hint">送出去的钱算在途，银行有了回音再记账；送出去就撤不回来</span>
      </h2>
      <PostForm action={action}>
        <FormButtons submit="送银行" />
      </PostForm>
    </section>
  );
}

function File({ form, file }: { readonly form: FormState; readonly file: BankFileForm }) {
  return (
    <section>
      <h2>
        银行文件<span class="hint">里面有每个人的完整账号，谁取的都记下来</span>
      </h2>
      <PostForm action={file.action}>
        <Field form={form} name="layout" label={fieldLabel('layout')} options={file.layouts} />
        <FormButtons submit="取文件" />
      </PostForm>
      {file.wrong.map((sentence) => (
        <p class="small">{sentence}</p>
      ))}
    </section>
  );
}

/** One form for all that a bank may do; where nothing is waited for any more, it is folded. */
function Bank({ form, bank }: { readonly form: FormState; readonly bank: BankForm }) {
  const typed = <Typed form={form} bank={bank} />;
  if (bank.open === 0)
    return (
      <details class="fold" open={cameBack(form, ['lineNumbers', 'returnKind', 'returnWords'])}>
        <summary>付成以后又退回来了，或者没付成是记错的</summary>
        <p class="small">
          退回来的记一张凭证，钱回到账上，退回的几行又是欠着的。没付成记错了的，先查银行流水，改回在途再记银行的回音。
        </p>
        {typed}
      </details>
    );
  return (
    <section>
      <h2>
        银行回音<span class="hint">{`还有 ${bank.open} 行没有回音`}</span>
      </h2>
      {bank.resultsHref !== undefined && (
        <p class="buttons">
          <a class="button" href={bank.resultsHref}>
            用银行的结果文件记
          </a>
          <span class="hint">或者照回单在下面填：</span>
        </p>
      )}
      {typed}
    </section>
  );
}

function Typed({ form, bank }: { readonly form: FormState; readonly bank: BankForm }) {
  return (
    <PostForm action={bank.action} entry>
      <Field form={form} name="bankDid" label={fieldLabel('bankDid')} options={bank.dids} />
      <Field form={form} name="bankDay" label={fieldLabel('bankDay')} kind="day" hint="如 2025-07-11" />
      <Field
        form={form}
        name="lineNumbers"
        label={fieldLabel('lineNumbers')}
        hint={bank.open === 0 ? '是哪几行，如 2、5' : '都付成了就不填；只说几行的填行号，如 2、5，看下面的表'}
      />
      <Field
        form={form}
        name="returnKind"
        label={fieldLabel('returnKind')}
        options={[{ value: '', label: '（付成的不选）' }, ...bank.kinds]}
      />
      <Field
        form={form}
        name="returnWords"
        label={fieldLabel('returnWords')}
        hint="选“其他”的要写；没付成是记错的，写怎么看出来的；不要写账号"
      />
      <FormButtons submit="记下" />
    </PostForm>
  );
}

function Recall({ form, action }: { readonly form: FormState; readonly action: string }) {
  return (
    <details class="fold" open={cameBack(form, ['recallWhy'])}>
      <summary>撤回这张清单</summary>
      <PostForm action={action}>
        <Field form={form} name="recallWhy" label={fieldLabel('recallWhy')} hint="如 有人换了账户，重新列" />
        <FormButtons submit="撤回" />
      </PostForm>
    </details>
  );
}

/** In whose hands the list is, what stands out on it, and the next thing to do, in their order. */
export function PayListActs(acts: PayListActsProps & { readonly checks: PayChecksProps }) {
  const { form, submitAction, review, sendAction, file, bank, recallAction, again } = acts;
  return (
    <>
      {acts.waits !== '' && <p class="returned">{acts.waits}</p>}
      {again !== undefined && (
        <p class="returned">
          {again.words} <a href={again.href}>重新列清单</a>
        </p>
      )}
      <PayChecks {...acts.checks} />
      {submitAction !== undefined && <Submit form={form} action={submitAction} asked={acts.checks.asked} />}
      {review !== undefined && <Review form={form} review={review} />}
      {sendAction !== undefined && <Send action={sendAction} />}
      {file !== undefined && <File form={form} file={file} />}
      {bank !== undefined && <Bank form={form} bank={bank} />}
      {acts.advicesHref !== undefined && (
        <p class="buttons">
          <a class="button" href={acts.advicesHref}>
            打发放通知单
          </a>
          <span class="hint">每人一张，凭上面的码看自己的钱从哪来、怎么算</span>
        </p>
      )}
      {recallAction !== undefined && <Recall form={form} action={recallAction} />}
    </>
  );
}
