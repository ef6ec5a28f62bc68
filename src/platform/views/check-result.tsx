import { Citation, type Clause } from './citation';
import { StateGlyph, type GlyphState } from './state-glyph';

/**
 * How a check came out; `reason` goes on with a written reason, `shown` is a target not reached so far, which
 * stops nothing. Neither it nor `undecided` ever counts as passed.
 */
export type CheckOutcome = 'blocked' | 'undecided' | 'reason' | 'shown' | 'passed';

/** One check of a plan, said in words. */
export interface CheckView {
  readonly outcome: CheckOutcome;
  /** Bold: what is wrong and by how much in yuan. */
  readonly title: string;
  /** The arithmetic with its denominator, the written reason, or who has to decide. */
  readonly detail?: string | undefined;
  readonly clause?: Clause | undefined;
  /** The one act that cures it. */
  readonly cure?: { readonly href: string; readonly label: string } | undefined;
}

const GLYPHS: Readonly<Record<CheckOutcome, GlyphState>> = {
  blocked: 'blocked',
  undecided: 'undecided',
  reason: 'attention',
  shown: 'doing',
  passed: 'done',
};

/** The order in which checks are read: what cannot pass first. */
export const CHECK_ORDER: readonly CheckOutcome[] = ['blocked', 'undecided', 'reason', 'shown', 'passed'];

/** The shape that goes with an outcome. */
export function CheckGlyph({ outcome, named }: { readonly outcome: CheckOutcome; readonly named?: boolean }) {
  return <StateGlyph state={GLYPHS[outcome]} named={named ?? false} />;
}

/** How many checks came out how, in one line. `isTrial`: nothing is submitted by them. */
export function CheckCounts(props: { readonly checks: readonly CheckView[]; readonly isTrial?: boolean }) {
  const { checks, isTrial = false } = props;
  const words: Readonly<Record<CheckOutcome, string>> = {
    blocked: isTrial ? '项通不过' : '项不能提交',
    undecided: '项定不了',
    reason: '项要写理由',
    shown: '项到现在还不够',
    passed: '项通过',
  };
  const counts = CHECK_ORDER.map((outcome) => ({
    outcome,
    count: checks.filter((check) => check.outcome === outcome).length,
  }));
  return (
    <span class="hint">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ outcome, count }) => `${count}${words[outcome]}`)
        .join('　')}
    </span>
  );
}

function Check({ check }: { check: CheckView }) {
  return (
    <div class={`check check-${check.outcome}`}>
      <CheckGlyph outcome={check.outcome} named />
      <div>
        <strong>{check.title}</strong>
        {check.detail !== undefined && <p>{check.detail}</p>}
        {(check.clause !== undefined || check.cure !== undefined) && (
          <div class="check-foot">
            {check.cure !== undefined && <a href={check.cure.href}>{check.cure.label}</a>}
            {check.clause !== undefined && <Citation clause={check.clause} />}
          </div>
        )}
      </div>
    </div>
  );
}

/** All checks in reading order; the passed ones folded to one line with their count, where not `unfolded`. */
export function CheckList(props: { readonly checks: readonly CheckView[]; readonly unfolded?: boolean }) {
  const { checks, unfolded = false } = props;
  const open = CHECK_ORDER.filter((outcome) => outcome !== 'passed').flatMap((outcome) =>
    checks.filter((check) => check.outcome === outcome),
  );
  const passed = checks.filter((check) => check.outcome === 'passed');
  return (
    <div class="checks">
      {open.map((check) => (
        <Check check={check} />
      ))}
      {passed.length > 0 && (
        <details class="check check-passed" open={unfolded}>
          <summary>
            <CheckGlyph outcome="passed" />
            <span>{`${passed.length}项通过`}</span>
          </summary>
          <ul>
            {passed.map((check) => (
              <li>
                {check.title}
                {check.detail !== undefined && <small>{check.detail}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
