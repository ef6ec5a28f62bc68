import type { Fen } from '../../domain/money/fen';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** One thing that was found. */
export interface Find {
  readonly name: string;
  readonly href: string;
  /** The day by which it is known: booked, signed, built, published. */
  readonly on?: string;
  /** What else says which one it is; blank ones are left out. */
  readonly says: readonly string[];
  readonly amount?: Fen;
  /** An asset that has left the register, since when. */
  readonly leftOn?: string | undefined;
}

/** Things of one kind that were found. */
export interface FoundGroup {
  readonly key: 'vouchers' | 'contracts' | 'assets' | 'people' | 'plans';
  /** The first of them. */
  readonly finds: readonly Find[];
  /** How many there are in all. */
  readonly count: number;
  /** Where the others stand: a list, or the form that looks for people. */
  readonly more?: { readonly href?: string; readonly posts?: string } | undefined;
}

/** What was found in a village's books. */
export interface SearchPageProps {
  readonly frame: OfficeFrameProps;
  readonly typed: string;
  /** A number of a person was typed: it is looked for, and not shown. */
  readonly byNumber: boolean;
  readonly groups: readonly FoundGroup[];
  readonly form?: FormState | undefined;
}

/** What a kind of things is called, and what they are counted in. */
export const GROUP_WORDS: Readonly<
  Record<FoundGroup['key'], { name: string; unit: string; dayHead: string }>
> = {
  vouchers: { name: '凭证', unit: '张', dayHead: '日期' },
  contracts: { name: '合同', unit: '份', dayHead: '签订或起算' },
  assets: { name: '资产', unit: '项', dayHead: '形成日期' },
  people: { name: '成员', unit: '人', dayHead: '' },
  plans: { name: '方案和公示', unit: '份', dayHead: '日期' },
};

function More({ group, typed }: { readonly group: FoundGroup; readonly typed: string }) {
  const left = group.count - group.finds.length;
  if (left <= 0 || group.more === undefined) return null;
  const { unit } = GROUP_WORDS[group.key];
  const { href, posts } = group.more;
  const words = `还有 ${left} ${unit}`;
  if (posts === undefined)
    return (
      <p class="small">
        <a href={href}>{words}</a>
      </p>
    );
  return (
    <PostForm action={posts}>
      <input type="hidden" name="sought" value={typed} />
      <button type="submit" class="link">
        {words}
      </button>
    </PostForm>
  );
}

function Group({ group, typed }: { readonly group: FoundGroup; readonly typed: string }) {
  const { name, unit, dayHead } = GROUP_WORDS[group.key];
  const hasDays = group.finds.some(({ on }) => on !== undefined);
  const hasAmounts = group.finds.some(({ amount }) => amount !== undefined);
  return (
    <section data-found>
      <h2>
        {name}
        <span class="hint">{`${group.count} ${unit}`}</span>
      </h2>
      <DataTable
        caption={name}
        rows={group.finds}
        columns={[
          { head: name, names: true, cell: (find) => <a href={find.href}>{find.name}</a> },
          ...(hasDays
            ? [
                {
                  head: dayHead,
                  narrow: true,
                  cell: ({ on }: Find) => (on === undefined ? '' : fullDayText(on)),
                },
              ]
            : []),
          {
            head: '说明',
            cell: ({ says, leftOn }) => (
              <>
                {says.filter((word) => word !== '').join('　')}
                {leftOn !== undefined && <small>{`　${fullDayText(leftOn)}离开台账`}</small>}
              </>
            ),
          },
          ...(hasAmounts
            ? [
                {
                  head: '金额（元）',
                  numeric: true,
                  cell: ({ amount }: Find) => (amount === undefined ? '' : <Money fen={amount} />),
                },
              ]
            : []),
        ]}
      />
      <More group={group} typed={typed} />
    </section>
  );
}

function nothingFound(typed: string, byNumber: boolean): string {
  if (byNumber) return '没有找到这个号码。按号码只找得到名册上的人，要写全身份证号。';
  if (typed === '')
    return '在页面上方的框里写：凭证号、摘要、金额，合同号、对方，资产、铭牌号，姓名，公示编号。';
  return `没有找到“${typed}”。金额写到角分（整元不用写），人名可以写一部分，身份证号要写全。`;
}

/** What was looked for and found, the vouchers first; the box with what was typed is in the head. */
export function SearchPage({ frame, typed, byNumber, groups, form }: SearchPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          查找
          {typed !== '' && <span class="hint">{typed}</span>}
        </h1>
        {form !== undefined && <ErrorSummary form={form} />}
        {form === undefined && groups.length === 0 && <EmptyState sentence={nothingFound(typed, byNumber)} />}
        {groups.map((group) => (
          <Group group={group} typed={typed} />
        ))}
      </div>
    </OfficeFrame>
  );
}
