import type { Fen } from '../../domain/money/fen';
import { CHECK_ORDER, CheckGlyph, type CheckOutcome } from '../../platform/views/check-result';
import { Citation, type Clause } from '../../platform/views/citation';
import { EmptyState } from '../../platform/views/empty-state';
import { Money } from '../../platform/views/money';
import { ScrollBox } from '../../platform/views/table';

/** One plan waiting for the township. */
export interface QueuedPlan {
  readonly village: string;
  /** Which plan of the village it is. */
  readonly plan: string;
  /** Whether it plans a whole year, on money that is expected. */
  readonly isOfYear: boolean;
  /** Its page, where it is agreed to or returned. */
  readonly href: string;
  readonly distributable: Fen;
  /** How much more than for the same days a year before; absent where nothing was shared out then. Fen. */
  readonly change?: Fen | undefined;
  /** The worst outcome among its checks. */
  readonly worst: CheckOutcome;
  /** The first check of that outcome in words, or how many passed. */
  readonly finding: string;
  readonly clause?: Clause | undefined;
  readonly waitingDays: number;
}

/** By how much it is more or less than for the same days a year before. */
export function ChangeFromLastYear({ change }: { readonly change: Fen }) {
  return (
    <small>
      比去年同期 <Money fen={change} signed />
    </small>
  );
}

function QueueRow({ plan }: { plan: QueuedPlan }) {
  return (
    <tr class={`queue-${plan.worst}`}>
      <td class="narrow">
        <span class="chip">
          <CheckGlyph outcome={plan.worst} named />
          <a href={plan.href}>审核</a>
        </span>
      </td>
      <th scope="row">
        <a href={plan.href}>{plan.village}</a>
        <small>{plan.plan}</small>
      </th>
      <td class="n">
        <Money fen={plan.distributable} />
        {plan.isOfYear && <small>全年预计</small>}
        {plan.change !== undefined && <ChangeFromLastYear change={plan.change} />}
      </td>
      <td class="finding">
        <span>{plan.finding}</span>
        {plan.clause !== undefined && <Citation clause={plan.clause} />}
      </td>
      <td class="n">{`${plan.waitingDays}天`}</td>
    </tr>
  );
}

/**
 * The queue in the order it should be read: what fails, what is undecided, what has a reason, then by days
 * waited.
 */
export function Queue(props: { readonly queue: readonly QueuedPlan[]; readonly batchHref: string }) {
  const { queue, batchHref } = props;
  const clean = queue.filter(({ worst, isOfYear }) => worst === 'passed' && !isOfYear).length;
  if (queue.length === 0) return <EmptyState sentence="没有等着审的方案。" />;
  const rank = (plan: QueuedPlan): number => CHECK_ORDER.indexOf(plan.worst);
  const ordered = [...queue].sort(
    (left, right) => rank(left) - rank(right) || right.waitingDays - left.waitingDays,
  );
  return (
    <>
      <ScrollBox label="待审方案">
        <table class="data queue">
          <caption class="read-aloud">待审方案，没过的排最前</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="read-aloud">结果，去审核</span>
              </th>
              <th scope="col">村</th>
              <th scope="col" class="n">
                可分配收益
              </th>
              <th scope="col">检查</th>
              <th scope="col" class="n">
                已等
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((plan) => (
              <QueueRow plan={plan} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {clean > 0 && (
        <p class="small">
          <a href={batchHref}>{`没有问题的 ${clean} 份，一起看、一次同意`}</a>
        </p>
      )}
    </>
  );
}
