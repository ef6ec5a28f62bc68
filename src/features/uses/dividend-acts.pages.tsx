import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import type { FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { VoteFields } from '../../platform/views/vote-fields';

/** The step that is to be noted next. */
export interface NextStep {
  readonly action: string;
  /** Its place in the route, from 1. */
  readonly number: number;
  readonly name: string;
  /** Whether a meeting votes by it. */
  readonly votes: boolean;
  /** Of how many the body is by its roll; absent where nobody noted one. */
  readonly roll: string | undefined;
  /** How long it hangs, of what is published. */
  readonly hint: string;
  /** Of what is published: the photos that are kept with the round, and where one is kept. */
  readonly display: { readonly photos: readonly Option[]; readonly filesHref: string } | undefined;
}

/** What somebody may do with a round; what is absent he may not, or not now. */
export interface DividendActsProps {
  /** Every field of the forms below. */
  readonly form: FormState;
  readonly step: NextStep | undefined;
  readonly review: { readonly action: string; readonly digest: string } | undefined;
  /** Why this person may not review it: it is their own. */
  readonly barred: string | undefined;
  readonly giveAction: string | undefined;
  readonly payAction: string | undefined;
  readonly dropAction: string | undefined;
  readonly outcomes: readonly Option[];
}

function Step({ form, step }: { form: FormState; step: NextStep }) {
  return (
    <section>
      <h2>
        {`记下：${step.name}`}
        <span class="hint">{step.hint}</span>
      </h2>
      <PostForm action={step.action} entry>
        <input type="hidden" name="stepNumber" value={String(step.number)} />
        <Field form={form} name="heldOn" label={fieldLabel('heldOn')} kind="day" hint="如 2025-07-11" />
        {step.votes && <VoteFields form={form} roll={step.roll} />}
        <Field
          form={form}
          name="stepPaper"
          label={fieldLabel('stepPaper')}
          hint="如 会议记录第3页、公示栏照片"
        />
        {step.display !== undefined && <Display form={form} display={step.display} />}
        <FormButtons submit="记下这一步" />
      </PostForm>
    </section>
  );
}

function Display({ form, display }: { form: FormState; display: NonNullable<NextStep['display']> }) {
  const { photos, filesHref } = display;
  return (
    <>
      <Field form={form} name="displayPlace" label={fieldLabel('displayPlace')} hint="如 村委会公示栏" />
      <p class={photos.length === 0 ? 'barred' : 'note'}>
        {photos.length === 0 ? '这一步要有张贴照片，现在还没有存，先存了再记。' : '选贴出来以后拍的那张。'}
        <a class="aside" href={filesHref}>
          存照片
        </a>
      </p>
      {photos.length > 0 && (
        <Field
          form={form}
          name="paperFiles[display_photo]"
          label={fieldLabel('paperFiles')}
          options={photos}
        />
      )}
    </>
  );
}

function Review({ page, review }: { page: DividendActsProps; review: { action: string; digest: string } }) {
  const { form } = page;
  return (
    <section>
      <h2>
        镇里审核<span class="hint">同意的是下面这一份名单；退回就不办了，要重新起草</span>
      </h2>
      <PostForm action={review.action} entry>
        <input type="hidden" name="digest" value={review.digest} />
        <Field form={form} name="outcome" label={fieldLabel('outcome')} options={page.outcomes} />
        <Field form={form} name="reason" label={fieldLabel('reason')} hint="退回的要写" />
        <FormButtons submit="审核" />
      </PostForm>
    </section>
  );
}

function Give({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>
        入账<span class="hint">借 收益分配，贷 内部往来，一户一行；从这时起欠各户</span>
      </h2>
      <PostForm action={action} entry>
        <VoucherFields form={form} hint="大会决议那天或以后；年度没结账的可以记在那年12月31日" />
        <FormButtons submit="入账" />
      </PostForm>
    </section>
  );
}

function Pay({ form, action }: { form: FormState; action: string }) {
  return (
    <section>
      <h2>
        付款<span class="hint">借 内部往来，贷 银行存款；一户一行，银行一笔</span>
      </h2>
      <PostForm action={action} entry>
        <Field form={form} name="holder" label={fieldLabel('holder')} hint="填编号；不填就是没付的都付" />
        <VoucherFields form={form} hint="如 2026-01-15" />
        <FormButtons submit="付款入账" />
      </PostForm>
    </section>
  );
}

function VoucherFields({ form, hint }: { form: FormState; hint: string }) {
  return (
    <>
      <Field form={form} name="postedOn" label={fieldLabel('postedOn')} kind="day" hint={hint} />
      <Field
        form={form}
        name="attachments"
        label={fieldLabel('attachments')}
        kind="number"
        unit="张"
        hint="名单、决议；不填算 1 张"
      />
    </>
  );
}

function Drop({ form, action }: { form: FormState; action: string }) {
  return (
    <details
      class="fold"
      open={
        (form.values['droppedWhy'] ?? '') !== '' || form.problems.some(({ field }) => field === 'droppedWhy')
      }
    >
      <summary>这一次不办了</summary>
      <PostForm action={action}>
        <Field
          form={form}
          name="droppedWhy"
          label={fieldLabel('droppedWhy')}
          hint="如 份额登记错了，重新起草"
        />
        <FormButtons submit="不办了" />
      </PostForm>
    </details>
  );
}

/** What is done next with a round. */
export function DividendActs(page: DividendActsProps) {
  const { form, step, review } = page;
  return (
    <>
      {step !== undefined && <Step form={form} step={step} />}
      {page.barred !== undefined && <p class="barred">{page.barred}</p>}
      {review !== undefined && <Review page={page} review={review} />}
      {page.giveAction !== undefined && <Give form={form} action={page.giveAction} />}
      {page.payAction !== undefined && <Pay form={form} action={page.payAction} />}
      {page.dropAction !== undefined && <Drop form={form} action={page.dropAction} />}
    </>
  );
}
