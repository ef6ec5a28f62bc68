import { type Fen, yuanText } from '../../domain/money/fen';
import { CsrfField } from './csrf-field';
import { monthText } from './day-text';
import { Money } from './money';
import { TaskName } from './month-tasks';
import type { MonthBlocker, MonthTask, MonthWork, RunningSurplus } from './month-work';
import { StateGlyph } from './state-glyph';
import { NarrowWaterfall, type WaterfallRow } from './waterfall';

function surplusRows(surplus: RunningSurplus): WaterfallRow[] {
  const { fromMonth, throughMonth, carried, receivedBefore, receivedInMonth, deducted } = surplus;
  const before = Number(throughMonth.slice(5)) - 1;
  const first = Number(fromMonth.slice(5));
  const rows: WaterfallRow[] = [{ kind: 'carried', label: '上期结转', fen: carried }];
  if (fromMonth < throughMonth) {
    const label = first === before ? `${first}月到账` : `${first}至${before}月到账`;
    rows.push({ kind: 'in', label, fen: receivedBefore });
  }
  rows.push({ kind: 'in', label: `${monthText(throughMonth)}到账`, fen: receivedInMonth });
  rows.push({ kind: 'out', label: '必要费用', fen: deducted });
  rows.push({ kind: 'total', label: '现在可分配', fen: surplus.distributable });
  return rows;
}

const POOL_WORDS = { pv: '光伏收益', other: '其他资产收益' };

/** Of which half of the year, and of which assets: 上半年光伏收益. */
function halfYearName({ fromMonth, pool }: RunningSurplus): string {
  return `${fromMonth.endsWith('-01') ? '上' : '下'}半年${POOL_WORDS[pool]}`;
}

/** The amount stands beside the item's name, unless the sentence says it already. */
function asksAmount(
  task: MonthTask | undefined,
  sentence: string,
): task is MonthTask & { readonly amount: Fen } {
  return task?.amount !== undefined && !sentence.includes(yuanText(task.amount));
}

/** Whether anything was carried over, came or went: a village that has nothing looks at no row of zeros. */
function hasAnything({ carried, receivedBefore, receivedInMonth, deducted, after }: RunningSurplus): boolean {
  return (
    [carried, receivedBefore, receivedInMonth, deducted].some((fen) => fen !== 0n) || after !== undefined
  );
}

function afterRow({ after }: RunningSurplus): { readonly label: string; readonly fen: Fen } | undefined {
  return after && { label: `第${after.taskKey}项入账后`, fen: after.distributable };
}

function Blocker({ blocker, work }: { blocker: MonthBlocker; work: MonthWork }) {
  const task = work.tasks.find((candidate) => candidate.key === blocker.taskKey);
  const sentence = work.sentence(blocker.problem);
  return (
    <li>
      <StateGlyph state={task?.state ?? 'attention'} named />
      <div>
        <b>
          {`${blocker.taskKey}　`}
          {task !== undefined && <TaskName task={task} month={work.month} />}
          {asksAmount(task, sentence) && (
            <>
              {' '}
              <Money fen={task.amount} />
            </>
          )}
        </b>
        <p>
          {sentence}
          {blocker.href !== undefined && <a href={blocker.href}>去处理</a>}
        </p>
      </div>
    </li>
  );
}

function Hold({ work }: { work: MonthWork }) {
  if (work.holdAction === undefined) return null;
  const count = work.blockers.length;
  return (
    <form method="post" action={work.holdAction} class="hold">
      <CsrfField />
      <button type="submit" class={count === 0 ? 'primary' : 'waiting'} disabled={count > 0}>
        {`${monthText(work.month)}结账`}
      </button>
      <span class="hint">{count === 0 ? '结账后不再往这个月记账。' : `还有${count}件事没做完。`}</span>
    </form>
  );
}

function Surplus({ surplus }: { surplus: RunningSurplus }) {
  return (
    <>
      <h2>
        {halfYearName(surplus)}
        <span class="hint">按到账算</span>
      </h2>
      <NarrowWaterfall rows={surplusRows(surplus)} after={afterRow(surplus)} />
      {surplus.href !== undefined && (
        <p class="small">
          <a href={surplus.href}>看每一笔</a>
        </p>
      )}
    </>
  );
}

/** The running surplus and what is in the way of the close, on the right. */
export function Side({ work }: { work: MonthWork }) {
  const { surplus, blockers } = work;
  return (
    <aside class="side" aria-label="收益和结账">
      {hasAnything(surplus) && <Surplus surplus={surplus} />}
      {(work.holdAction !== undefined || blockers.length > 0) && (
        <section id="closing">
          <h2>{blockers.length === 0 ? '可以结账了' : `结账前还有${blockers.length}件事`}</h2>
          <ul class="blockers">
            {blockers.map((blocker) => (
              <Blocker blocker={blocker} work={work} />
            ))}
          </ul>
          <Hold work={work} />
        </section>
      )}
    </aside>
  );
}
