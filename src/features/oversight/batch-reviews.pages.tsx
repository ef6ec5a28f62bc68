import type { Fen } from '../../domain/money/fen';
import { CheckList, type CheckView } from '../../platform/views/check-result';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { FormButtons } from '../../platform/views/field';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ChangeFromLastYear } from './review-queue.pages';

/** A plan on which nothing is remarked, with every check that says so. */
export interface CleanPlan {
  /** Its field, `agreed[<plan>]`, whose value is the digest of what is shown. */
  readonly field: string;
  readonly digest: string;
  readonly village: string;
  /** Its days and its money in words. */
  readonly name: string;
  readonly href: string;
  readonly distributable: Fen;
  readonly change: Fen | undefined;
  readonly waitingDays: number;
  readonly checks: readonly CheckView[];
}

/** The plans that may be agreed to in one go. */
export interface BatchReviewsProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly plans: readonly CleanPlan[];
  readonly action: string;
  readonly cancelHref: string;
}

function Plan({ plan, form }: { readonly plan: CleanPlan; readonly form: FormState }) {
  return (
    <section>
      <h2>
        <label>
          <input
            type="checkbox"
            id={fieldId(plan.field)}
            name={plan.field}
            value={plan.digest}
            checked={form.values[plan.field] === plan.digest}
          />{' '}
          {`同意${plan.village} ${plan.name}`}
        </label>
      </h2>
      <FieldErrors form={form} name={plan.field} />
      <p>
        可分配收益 <Money fen={plan.distributable} />
        {'　'}
        {plan.change === undefined ? '去年同期没有方案' : <ChangeFromLastYear change={plan.change} />}
        {`　已等 ${plan.waitingDays} 天　`}
        <a href={plan.href}>看方案</a>
      </p>
      <CheckList checks={plan.checks} unfolded />
    </section>
  );
}

/** Every plan with its checks open; nothing is ticked beforehand: each yes is somebody's. */
export function BatchReviewsPage(page: BatchReviewsProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>一起审核</h1>
        <p class="small">这里只有每一项检查都通过的方案。看过哪一份，就勾哪一份；没勾的照旧等着。</p>
        <ErrorSummary form={page.form} />
        {page.plans.length === 0 ? (
          <EmptyState sentence="没有可以一起同意的方案。" />
        ) : (
          <PostForm action={page.action} entry>
            {page.plans.map((plan) => (
              <Plan plan={plan} form={page.form} />
            ))}
            <FormButtons submit="同意勾上的方案" cancelHref={page.cancelHref} />
          </PostForm>
        )}
      </div>
    </OfficeFrame>
  );
}
