import type { ProjectStand } from '../../domain/assets/construction';
import type { Fen } from '../../domain/money/fen';
import { fullDayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';

/** What was contracted with whom, and where it stands. */
export interface ProjectFactsProps {
  readonly contractor: string;
  readonly contractSum: Fen;
  readonly pool: string;
  readonly paper: string;
  readonly stand: ProjectStand;
}

/** What is kept back: when it is to be paid, and what of it is late. */
function RetentionDue({ stand: { nextDueOn, overdue } }: { stand: ProjectStand }) {
  if (nextDueOn === undefined) return null;
  return (
    <>
      <dt>质保金到期</dt>
      <dd>
        {fullDayText(nextDueOn)}
        {overdue > 0n && (
          <b>
            {'　到期没付 '}
            <Money fen={overdue} />
          </b>
        )}
      </dd>
    </>
  );
}

/** A project's contract, and where it stands in figures. */
export function ProjectFacts(page: ProjectFactsProps) {
  const { stand } = page;
  return (
    <dl class="facts">
      <dt>合同价</dt>
      <dd>
        <b>
          <Money fen={page.contractSum} />
        </b>
      </dd>
      <dt>已完成</dt>
      <dd>
        <Money fen={stand.built} />
        {' = 已付 '}
        <Money fen={stand.paid} />
        {' + 质保金没付 '}
        <Money fen={stand.owed} />
      </dd>
      {stand.labour > 0n && (
        <>
          <dt>连劳务一共</dt>
          <dd>
            <Money fen={stand.cost} />
            {' = 已完成 + 从收益里付的劳务 '}
            <Money fen={stand.labour} />
          </dd>
        </>
      )}
      <dt>收到专项资金</dt>
      <dd>
        <Money fen={stand.funded} />
      </dd>
      <RetentionDue stand={stand} />
      <dt>施工单位</dt>
      <dd>{page.contractor}</dd>
      <dt>资金类别</dt>
      <dd>{page.pool}</dd>
      <dt>依据</dt>
      <dd>{page.paper}</dd>
    </dl>
  );
}
