import { Citation, type Clause } from '../../platform/views/citation';
import type { Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';

/** A line of one of two packs, with its clause. */
export interface ComparedLine {
  readonly says: string;
  readonly forceWord: string | undefined;
  readonly clause: Clause;
}

/** What differs of one kind: uses, floors and caps, values … A line of one side only has no other. */
export interface ComparedPart {
  readonly part: string;
  readonly rows: readonly {
    readonly left: ComparedLine | undefined;
    readonly right: ComparedLine | undefined;
  }[];
  /** What decides about money stands open, the rest is folded. */
  readonly isOpen: boolean;
}

/** Two packs side by side. */
export interface PackComparisonPageProps {
  readonly frame: OfficeFrameProps;
  readonly action: string;
  readonly options: readonly Option[];
  readonly left: { readonly id: string; readonly title: string } | undefined;
  readonly right: { readonly id: string; readonly title: string } | undefined;
  readonly parts: readonly ComparedPart[];
  readonly listHref: string;
}

function Choice({ page, side }: { page: PackComparisonPageProps; side: 'left' | 'right' }) {
  const chosen = page[side]?.id;
  return (
    <label>
      {side === 'left' ? '甲' : '乙'}
      <select name={side}>
        {page.options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Side({ line }: { line: ComparedLine | undefined }) {
  if (line === undefined) return <td class="word">没有</td>;
  return (
    <td>
      {line.says}
      {line.forceWord !== undefined && `（${line.forceWord}）`}
      <Citation clause={line.clause} />
    </td>
  );
}

function Part({ part }: { part: ComparedPart }) {
  return (
    <details class="compared" open={part.isOpen}>
      <summary>
        <b>{part.part}</b>
        <span class="hint">{`${part.rows.length} 处不一样`}</span>
      </summary>
      <div class="scroll" role="region" aria-label={part.part} tabIndex={0}>
        <table class="data halves">
          <thead>
            <tr>
              <th scope="col">甲</th>
              <th scope="col">乙</th>
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row) => (
              <tr>
                <Side line={row.left} />
                <Side line={row.right} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What two documents order differently, kind by kind, each with its clause. */
export function PackComparisonPage(page: PackComparisonPageProps) {
  const { left, right, parts } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          两份政策对照
          <span class="aside">
            <a href={page.listHref}>全部政策</a>
          </span>
        </h1>
        <form method="get" action={page.action} class="report-choice">
          <Choice page={page} side="left" />
          <Choice page={page} side="right" />
          <button type="submit">对照</button>
        </form>
        {left !== undefined && right !== undefined && (
          <>
            <p>{`甲《${left.title}》　乙《${right.title}》`}</p>
            {parts.length === 0 && <p class="empty">两份政策定的一样。</p>}
            {parts.map((part) => (
              <Part part={part} />
            ))}
          </>
        )}
      </div>
    </OfficeFrame>
  );
}
