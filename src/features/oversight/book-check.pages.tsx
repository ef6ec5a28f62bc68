import { PostForm } from '../../platform/views/csrf-field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** One thing that does not hold, in a sentence, with the voucher where it was found. */
export interface BreakLine {
  readonly pass: string;
  readonly says: string;
  readonly href?: string;
}

/** What one pass went through. */
export interface PassLine {
  readonly name: string;
  /** What it asks, as a sentence. */
  readonly says: string;
  readonly looked: number;
  readonly broken: number;
}

/** The check of one collective's books: the last result, and the head to hold against paper. */
export interface BookCheckPageProps {
  readonly frame: OfficeFrameProps;
  readonly checkAction: string;
  /** Absent where the row that says where the books stand is gone: nothing of them can be told. */
  readonly head?: { readonly position: number; readonly printed: string; readonly whole: string };
  /** The last seal as it is printed; absent before the first. */
  readonly seal?: string;
  readonly audit: readonly { readonly year: string; readonly href: string }[];
  readonly last?:
    | {
        readonly at: string;
        readonly by: string;
        readonly position: number;
        readonly broken: number;
        readonly passes: readonly PassLine[];
        readonly breaks: readonly BreakLine[];
      }
    | undefined;
}

type LastCheck = NonNullable<BookCheckPageProps['last']>;

function Outcome({ last }: { last: LastCheck | undefined }) {
  if (last === undefined) return <p class="check-outcome">这本账还没有查过。</p>;
  const when = `${last.at}，${last.by}，查到链上第 ${last.position} 号`;
  if (last.broken === 0) {
    return (
      <p class="check-outcome is-sound">
        <b>没有发现问题</b>
        <span class="hint">{when}</span>
      </p>
    );
  }
  return (
    <p class="check-outcome is-broken" role="alert">
      <b class="blocked-text">{`发现 ${last.broken} 处对不上`}</b>
      <span class="hint">{when}</span>
    </p>
  );
}

/** What does not hold comes first: it is what one opens the page for. */
function Breaks({ last }: { last: LastCheck }) {
  if (last.breaks.length === 0) return null;
  return (
    <section class="check-found">
      <h2>哪里对不上</h2>
      <ol class="check-breaks">
        {last.breaks.map((found) => (
          <li>
            <b>{found.pass}</b>
            <span>{found.says}</span>
            {found.href !== undefined && <a href={found.href}>看凭证</a>}
          </li>
        ))}
      </ol>
      {last.broken > last.breaks.length && <p class="hint">{`一共 ${last.broken} 处，每项只列前 20 处。`}</p>}
      <p class="hint">账上的凭证不能改。请不要再记账，先把这一页报给镇里和审计。</p>
    </section>
  );
}

function Passes({ last }: { last: LastCheck }) {
  return (
    <section>
      <h2>查了什么</h2>
      <DataTable
        caption="查了什么"
        rows={last.passes}
        columns={[
          { head: '项目', names: true, narrow: true, cell: (pass) => pass.name },
          { head: '问的是', cell: (pass) => pass.says },
          { head: '看了', numeric: true, cell: (pass) => String(pass.looked) },
          {
            head: '结果',
            narrow: true,
            cell: (pass) =>
              pass.broken === 0 ? '对得上' : <b class="blocked-text">{`${pass.broken} 处对不上`}</b>,
          },
        ]}
      />
    </section>
  );
}

function Head({ head }: { head: NonNullable<BookCheckPageProps['head']> }) {
  return (
    <>
      <p>
        这本账现在到链上第 <b>{head.position}</b> 号，链头是
      </p>
      <p class="chain-head">
        <code>{head.printed}</code>
      </p>
      <p class="hint">
        公示和封账单上印着当时的号数和链头。号数相同，链头就要一样；纸上的号数比这里大，说明末尾的凭证被删过。
      </p>
      <details class="small">
        <summary>链头全文</summary>
        <code class="whole-head">{head.whole}</code>
      </details>
    </>
  );
}

function Paper({ page }: { page: BookCheckPageProps }) {
  return (
    <section class="paper-side">
      <h2>和纸上对一对</h2>
      {page.head !== undefined && <Head head={page.head} />}
      {page.seal !== undefined && (
        <>
          <p>最后一次封账的月份和封账码是</p>
          <p class="chain-head">
            <code>{page.seal}</code>
          </p>
          <p class="hint">
            封了账的凭证和账页印着当时最后一个封账码。月份相同，封账码就要一样；不一样，说明这个月被拆开重新封过。
          </p>
        </>
      )}
      <h2>审计文件</h2>
      <p class="hint">
        一年一个压缩包：凭证、余额、封账记录、没有凭证的登记和一个独立的检查程序，拿走就能重算。
      </p>
      <p class="audit-years">
        {page.audit.map(({ year, href }) => (
          <a class="button" href={href}>{`下载 ${year}年`}</a>
        ))}
      </p>
    </section>
  );
}

/** The last result, what does not hold, what was gone through, and the head to hold against paper. */
export function BookCheckPage(page: BookCheckPageProps) {
  const { last } = page;
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>查账</h1>
        <div class="check-top">
          <Outcome last={last} />
          {page.head !== undefined && (
            <PostForm action={page.checkAction}>
              <button type="submit" class="primary">
                现在检查
              </button>
            </PostForm>
          )}
        </div>
        {page.head === undefined && (
          <p class="barred" role="alert">
            这本账记着“到哪一号、链头是什么”的一行不见了，查不了，也记不了账。请不要动数据库，马上报给镇里和审计，从备份里找回来。
          </p>
        )}
        {last === undefined ? (
          <Paper page={page} />
        ) : (
          <div class="two-columns">
            <div>
              <Breaks last={last} />
              <Passes last={last} />
            </div>
            <Paper page={page} />
          </div>
        )}
      </div>
    </OfficeFrame>
  );
}
