import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Money } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { type Find, type FoundGroup, GROUP_WORDS } from './search.pages';

/** What was found in the villages below an office. */
export interface TownshipSearchPageProps {
  readonly frame: OfficeFrameProps;
  readonly typed: string;
  /** A number of a person was typed: it is looked for, and not shown. */
  readonly byNumber: boolean;
  readonly looked: number;
  /** Villages that were not looked through: too many for one go. */
  readonly left: number;
  readonly villages: readonly {
    readonly name: string;
    /** Looks on in this village alone. */
    readonly action: string;
    readonly groups: readonly FoundGroup[];
  }[];
  readonly form?: FormState | undefined;
}

type Village = TownshipSearchPageProps['villages'][number];

/** So many of each kind are shown of a village. */
const SHOWN = 3;

function rowsOf({ groups }: Village): (Find & { readonly kind: string })[] {
  return groups.flatMap(({ key, finds }) =>
    finds.slice(0, SHOWN).map((find) => ({ ...find, kind: GROUP_WORDS[key].name })),
  );
}

function Found({ village, typed }: { readonly village: Village; readonly typed: string }) {
  const counts = village.groups.map(({ key, count }) => {
    const { name, unit } = GROUP_WORDS[key];
    return `${name} ${String(count)} ${unit}`;
  });
  const isMore = village.groups.some(({ count }) => count > SHOWN);
  return (
    <section data-found>
      <h2>
        {village.name}
        <span class="hint">{counts.join('，')}</span>
      </h2>
      <DataTable
        caption={village.name}
        rows={rowsOf(village)}
        columns={[
          { head: '名称', names: true, cell: (find) => <a href={find.href}>{find.name}</a> },
          { head: '种类', narrow: true, cell: (find) => find.kind },
          { head: '日期', narrow: true, cell: ({ on }) => (on === undefined ? '' : fullDayText(on)) },
          { head: '说明', cell: ({ says }) => says.filter((word) => word !== '').join('　') },
          {
            head: '金额（元）',
            numeric: true,
            cell: ({ amount }) => (amount === undefined ? '' : <Money fen={amount} />),
          },
        ]}
      />
      {isMore && (
        <PostForm action={village.action}>
          <input type="hidden" name="sought" value={typed} />
          <button type="submit" class="link">
            {`在${village.name}里看全部`}
          </button>
        </PostForm>
      )}
    </section>
  );
}

function nothingFound({ typed, byNumber, looked }: TownshipSearchPageProps): string {
  const where = `看过的 ${String(looked)} 个村`;
  if (byNumber) return `${where}的名册里没有这个号码。按号码查，要写全身份证号。`;
  if (typed === '') return '在页面上方的框里写：凭证号、摘要、金额，合同号、对方，资产、铭牌号，姓名。';
  return `${where}里没有找到“${typed}”。金额写到角分（整元不用写），身份证号要写全。`;
}

/** The villages in which something was found, each with its finds. */
export function TownshipSearchPage(page: TownshipSearchPageProps) {
  const { frame, typed, villages, left, form } = page;
  return (
    <OfficeFrame frame={frame}>
      <div class="alone wide">
        <h1>
          在各村查找
          {typed !== '' && <span class="hint">{typed}</span>}
        </h1>
        {form !== undefined && <ErrorSummary form={form} />}
        {left > 0 && <p class="small">{`村太多，还有 ${String(left)} 个村没有看，请到那些村里查。`}</p>}
        {form === undefined && villages.length === 0 && <EmptyState sentence={nothingFound(page)} />}
        {villages.map((village) => (
          <Found village={village} typed={typed} />
        ))}
      </div>
    </OfficeFrame>
  );
}
