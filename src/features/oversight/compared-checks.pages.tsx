import type { Fen } from '../../domain/money/fen';
import { Citation } from '../../platform/views/citation';
import { CheckCounts, CheckGlyph, CheckList, type CheckView } from '../../platform/views/check-result';
import { Money } from '../../platform/views/money';

/** The least, the most or the very amount that a pack asks. */
export interface BoundView {
  readonly side: 'floor' | 'cap' | 'exact';
  readonly amount: Fen;
}

/** A check as one of the packs has it, with the amounts it is held to. */
export interface ComparedCheckSide {
  readonly check: CheckView;
  readonly bounds: readonly BoundView[];
}

/** What one of the packs has and the other has not: uses that move no money here, and rules. */
export interface OnlyOne {
  readonly uses: readonly string[];
  readonly checks: readonly CheckView[];
}

/** What two packs judge of one plan as it was decided. */
export interface ComparedChecks {
  /** Checks that both packs have and that turn out differently. */
  readonly differing: readonly { readonly one: ComparedCheckSide; readonly other: ComparedCheckSide }[];
  /** What both say alike. */
  readonly alike: readonly string[];
  readonly only: { readonly one: OnlyOne; readonly other: OnlyOne };
}

const BOUND_WORDS: Readonly<Record<BoundView['side'], string>> = {
  floor: '最低',
  cap: '最高',
  exact: '照文件',
};

/** 最低 46,684.58, and by how much an amount misses it. */
export function Bound({ bound, amount }: { bound: BoundView; amount?: Fen | undefined }) {
  const { side, amount: asked } = bound;
  const off = amount === undefined ? 0n : amount - asked;
  const misses = (side !== 'cap' && off < 0n) || (side !== 'floor' && off > 0n);
  return (
    <span>
      {`${BOUND_WORDS[side]} `}
      <Money fen={asked} />
      {misses && (
        <span class="blocked-text">
          {off < 0n ? '，差 ' : '，超 '}
          <Money fen={off < 0n ? -off : off} />
        </span>
      )}
    </span>
  );
}

function CheckCell({ side: { check, bounds } }: { side: ComparedCheckSide }) {
  return (
    <td>
      <div class="check-line">
        <CheckGlyph outcome={check.outcome} named />
        <div>
          {check.title}
          {check.outcome === 'passed' && '：符合'}
          {bounds.map((bound) => (
            <small>
              <Bound bound={bound} />
            </small>
          ))}
          {check.detail !== undefined && <small>{check.detail}</small>}
          {check.clause !== undefined && <Citation clause={check.clause} />}
        </div>
      </div>
    </td>
  );
}

/** What both packs judge of the plan as it was decided: first what they judge differently. */
function Both({ differing, alike }: Pick<ComparedChecks, 'differing' | 'alike'>) {
  if (differing.length + alike.length === 0) return null;
  return (
    <>
      <h3>
        两份都查的<span class="hint">　照原来定的方案查</span>
      </h3>
      {differing.length > 0 && (
        <table class="data halves">
          <caption class="read-aloud">两份查出来不一样的</caption>
          <thead>
            <tr>
              <th scope="col">甲</th>
              <th scope="col">乙</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ one, other }) => (
              <tr>
                <CheckCell side={one} />
                <CheckCell side={other} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {alike.length > 0 && (
        <details class="compared">
          <summary>{`${String(alike.length)}项查出来一样`}</summary>
          <ul class="small">
            {alike.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What one pack has and the other has not. */
function Only({ marks: [mark, other], only }: { marks: readonly [string, string]; only: OnlyOne }) {
  const { uses, checks } = only;
  return (
    <>
      {checks.length > 0 && (
        <>
          <h3>
            {`只有${mark}查的，${other}没有这样的规定　`}
            <CheckCounts checks={checks} isTrial />
          </h3>
          <CheckList checks={checks} />
        </>
      )}
      {uses.length > 0 && <p class="small">{`只有${mark}有的用途，这次没有钱：${uses.join('、')}。`}</p>}
    </>
  );
}

/** What both packs judge, then what only one of them has. */
export function ChecksOfBoth({ checks: { differing, alike, only } }: { checks: ComparedChecks }) {
  return (
    <>
      <Both differing={differing} alike={alike} />
      <Only marks={['甲', '乙']} only={only.one} />
      <Only marks={['乙', '甲']} only={only.other} />
    </>
  );
}
