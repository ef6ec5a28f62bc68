import type { ComponentChildren } from 'preact';
import { PASSWORD_PATH } from '../http/log-in-paths';
import { MY_WORK_PATH } from '../http/oversight-paths';
import { PostForm } from './csrf-field';
import { FindBox, type FindBoxProps } from './find-box';
import { MonthTabs, type MonthTab, type YearTab } from './month-tabs';
import { ShortName } from './short-name';
import { HatchPattern } from './waterfall';

/** The rooms a person may enter from the top bar. */
export type OfficeSection =
  | 'month'
  | 'assets'
  | 'members'
  | 'surplus'
  | 'plans'
  | 'payLists'
  | 'vouchers'
  | 'books'
  | 'bank'
  | 'township'
  | 'packs'
  | 'filings'
  | 'routes'
  | 'accounts';

/** The frame around every office page: whose books, which month, who is logged in. */
export interface OfficeFrameProps {
  /** The village or office whose books are open, and what stands above it. */
  readonly place: string;
  readonly above?: string;
  readonly placeHref: string;
  /** All books the person may open; a list to switch between them where there are two or more. */
  readonly places?: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly months?: readonly MonthTab[];
  /** The year before the one shown and the one after, as far as the books go. */
  readonly years?: readonly YearTab[] | undefined;
  readonly sections: readonly {
    readonly key: OfficeSection;
    readonly href: string;
    readonly current?: boolean;
  }[];
  /** Where something is looked for in these books; absent for who may not look. */
  readonly search?: FindBoxProps | undefined;
  readonly person: string;
  /** The person's role as a word of the glossary. */
  readonly role: string;
  readonly logOutAction: string;
  /** Demo data: the banner stands on every page. */
  readonly demo: boolean;
  /** Rows that are on record and gone, by the name of their table, and where the books are checked. */
  readonly lost?: {
    readonly rows: readonly { readonly name: string; readonly count: number }[];
    readonly checkHref: string | undefined;
  };
  /** What was just done, as a sentence of the glossary: said once on the next page. */
  readonly said?: string | undefined;
}

const SECTION_WORDS: Readonly<Record<OfficeSection, string>> = {
  month: '本月',
  assets: '资产',
  members: '成员',
  surplus: '收益',
  plans: '方案',
  payLists: '发放',
  vouchers: '凭证',
  books: '账簿',
  bank: '银行',
  township: '各村',
  packs: '政策',
  filings: '备案',
  routes: '流程',
  accounts: '账号',
};

function Sections({ frame }: { frame: OfficeFrameProps }) {
  return (
    <nav class="sections" aria-label="栏目">
      {frame.sections.map((section) => (
        <a href={section.href} aria-current={section.current ? 'page' : undefined}>
          {SECTION_WORDS[section.key]}
        </a>
      ))}
    </nav>
  );
}

/** Longer names of villages are cut in the bar and in the list of books. */
const MOST_SIGNS = 14;

/** Whose books are open; with two or more to choose from, the name opens the list of them. */
function Place({ frame }: { frame: OfficeFrameProps }) {
  const { places = [], place, above, placeHref } = frame;
  const words = (
    <>
      <b>
        <ShortName name={place} most={MOST_SIGNS} />
      </b>
      {above !== undefined && (
        <small>
          <ShortName name={above} most={MOST_SIGNS} />
        </small>
      )}
    </>
  );
  if (places.length < 2)
    return (
      <a class="place" href={placeHref}>
        {words}
      </a>
    );
  return (
    <details class="place places">
      <summary>{words}</summary>
      <ul>
        {places.map((each) => (
          <li>
            <a href={each.href} aria-current={each.current ? 'true' : undefined}>
              <ShortName name={each.name} most={MOST_SIGNS} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function TopBar({ frame }: { frame: OfficeFrameProps }) {
  return (
    <header class="top-bar">
      <span class="brand">村账</span>
      <Place frame={frame} />
      {frame.months !== undefined && frame.months.length > 0 && (
        <MonthTabs months={frame.months} years={frame.years ?? []} />
      )}
      <Sections frame={frame} />
      {frame.search !== undefined && <FindBox {...frame.search} />}
      <PostForm action={frame.logOutAction} class="person">
        <a href={MY_WORK_PATH}>待办</a>
        <span>
          <a href={PASSWORD_PATH}>{frame.person}</a>
          <small>{frame.role}</small>
        </span>
        <button type="submit" class="link">
          退出
        </button>
      </PostForm>
    </header>
  );
}

/** The books are damaged: what is gone, and where to look further. */
function Damage({ lost }: { readonly lost: OfficeFrameProps['lost'] }) {
  if (lost === undefined) return null;
  const gone = lost.rows.map(({ name, count }) => `${name}少了 ${count} 行`).join('，');
  return (
    <aside class="error-summary" role="alert">
      {`账本有缺损：${gone}。页面只算还在的，合计不完整；从备份找回以前，不要入账、结账。`}
      {lost.checkHref !== undefined && <a href={lost.checkHref}>查账</a>}
    </aside>
  );
}

/** An office page: top bar, demo banner, what was just done, the content. */
export function OfficeFrame({
  frame,
  children,
}: {
  readonly frame: OfficeFrameProps;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="office">
      <a class="skip" href="#content">
        跳到正文
      </a>
      <TopBar frame={frame} />
      {frame.demo && (
        <aside class="demo-banner" aria-label="演示数据">
          <b>演示数据</b>　村名、人名、数字都是编的，不能当真账用。
        </aside>
      )}
      <Damage lost={frame.lost} />
      {frame.said !== undefined && (
        <p class="said" role="status">
          {frame.said}
        </p>
      )}
      <main id="content">{children}</main>
      <HatchPattern />
    </div>
  );
}

/** A key and what it does; `aside` keys stand only in the list of all of them. */
export interface PageKey {
  readonly key: string;
  readonly does: string;
  readonly script?: boolean;
  readonly aside?: boolean;
}

const LIST_KEY: PageKey = { key: '?', does: '全部按键' };
const FIND_KEY: PageKey = { key: 'Ctrl K', does: '查凭证、合同、资产、人；↓ ↑ 在找到的里面走，Enter 打开' };

/** Every key of the page with what it does, opened by `?` or by its button. */
function AllKeys({ keys }: { readonly keys: readonly PageKey[] }) {
  return (
    <dialog id="all-keys" aria-label="全部按键">
      <table class="data">
        <caption>全部按键</caption>
        <tbody>
          {keys.map(({ key, does }) => (
            <tr>
              <th scope="row" class="narrow">
                <kbd>{key}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog" class="buttons">
        <button type="submit">关上</button>
      </form>
    </dialog>
  );
}

/**
 * Keys of a page, in a bar at its foot; those that need the script appear only when it runs. `?` or the
 * button at the end opens the list of all of them.
 */
export function KeyBar({ keys }: { readonly keys: readonly PageKey[] }) {
  return (
    <footer class="key-bar">
      {keys
        .filter(({ aside }) => aside !== true)
        .map(({ key, does, script }) => (
          <span hidden={script} data-needs-script={script ? '' : undefined}>
            <kbd>{key}</kbd>
            {` ${does}`}
          </span>
        ))}
      <button type="button" class="link aside" hidden data-needs-script data-all-keys>
        <kbd>{LIST_KEY.key}</kbd>
        {` ${LIST_KEY.does}`}
      </button>
      <AllKeys keys={[...keys, FIND_KEY, LIST_KEY]} />
      <script src="/assets/keys.js" defer />
    </footer>
  );
}
