import type { Fen } from '../../domain/money/fen';
import { listedDay, type ListedSpan } from '../../platform/views/day-text';
import { Equation, type EquationTerm } from '../../platform/views/equation';
import { Money } from '../../platform/views/money';

/** An approved plan with what it keeps, and what of that is granted by today; fen. */
export interface DecidedPlanShown {
  /** 2025年上半年 */
  readonly label: string;
  readonly href: string;
  readonly planned: Fen;
  readonly granted: Fen;
  readonly waiting: Fen;
  /** What will never be granted and was released. */
  readonly released: Fen;
}

/** What of a statement's result is decided, and what is still to be. */
export interface DecidedShown {
  readonly plans: readonly DecidedPlanShown[];
  readonly planned: Fen;
  /** What of that was released within the statement's days. */
  readonly released: Fen;
  readonly undecided: Fen;
  /** A plan whose period reaches beyond the last day. */
  readonly beyond?: DecidedPlanShown | undefined;
}

/** What of the last settled period was put right since; fen. */
export interface CorrectionsShown {
  /** What was left over when it was settled, and what is with the corrections. */
  readonly decided: Fen;
  readonly corrected: Fen;
  /** Each by its voucher, with what it does to the left-over. */
  readonly entries: readonly {
    readonly voucherNumber: string;
    readonly href: string;
    readonly postedOn: string;
    readonly summary: string;
    readonly amount: Fen;
  }[];
}

/** What is decided already is not to be decided again: the figure that matters is the rest. */
export function Decided({ decided, result }: { decided: DecidedShown | undefined; result: Fen }) {
  if (decided === undefined) return null;
  const { plans, planned, released, undecided, beyond } = decided;
  const freed: EquationTerm[] =
    released === 0n ? [] : [{ sign: '+', label: '不再发、放回的', fen: released }];
  return (
    <>
      {plans.length > 0 && (
        <Equation
          terms={[
            { sign: '', label: '可分配收益', fen: result },
            { sign: '−', label: '方案已定的', fen: planned },
            ...freed,
            { sign: '=', label: '还没定的', fen: undecided },
          ]}
        />
      )}
      {plans.map((plan) => (
        <PlanSaid plan={plan} />
      ))}
      {beyond !== undefined && (
        <p>
          这段日子的钱由<a href={beyond.href}>{`${beyond.label}的方案`}</a>
          和后面的一起定了；还有多少没定，看那一期之后的收益。
        </p>
      )}
    </>
  );
}

function PlanSaid({ plan }: { plan: DecidedPlanShown }) {
  return (
    <p class="hint">
      <a href={plan.href}>{`${plan.label}的方案`}</a>定了 <Money fen={plan.planned} /> 元，到今天已发{' '}
      <Money fen={plan.granted} /> 元，
      {plan.released !== 0n && (
        <>
          不再发、放回 <Money fen={plan.released} /> 元，
        </>
      )}
      还没发 <Money fen={plan.waiting} /> 元。
    </p>
  );
}

/** Each correction of the last period, and their sum taken off again, since the carry-over has it. */
export function CorrectionRows(props: {
  readonly corrections: CorrectionsShown | undefined;
  readonly span: ListedSpan;
}) {
  const { corrections, span } = props;
  if (corrections === undefined) return null;
  const { decided, corrected, entries } = corrections;
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colSpan={3}>
          更正上期
          <small>上期结转已按更正后的算，这里列出来，不再加</small>
        </th>
        <td class="n">
          <Money fen={0n} />
        </td>
      </tr>
      {entries.map((entry) => (
        <tr>
          <td>
            <a href={entry.href}>{entry.voucherNumber}</a>
          </td>
          <td class="narrow">{listedDay(entry.postedOn, span)}</td>
          <td>{entry.summary}</td>
          <td class="n">
            <Money fen={entry.amount} />
          </td>
        </tr>
      ))}
      <tr>
        <td colSpan={3}>
          已算进上期结转：分配时 <Money fen={decided} />
          ，更正后 <Money fen={corrected} />
        </td>
        <td class="n">
          <Money fen={decided - corrected} />
        </td>
      </tr>
    </tbody>
  );
}
