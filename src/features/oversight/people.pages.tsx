import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';

/** Somebody who may log in, and as what. */
export interface PersonRow {
  readonly name: string;
  readonly username: string;
  readonly href: string;
  /** What the person is today: 杨树湾村 村会计 and so on. */
  readonly roles: readonly string[];
}

/** A post that somebody was given, with its days. */
export interface PostRow {
  readonly place: string;
  readonly role: string;
  readonly name: string;
  readonly personHref: string;
  /** Leads to where it is handed over and ended. */
  readonly href: string;
  readonly from: string;
  /** Blank where no end is known. */
  readonly to: string;
  /** Blank where nobody of the program gave it. */
  readonly givenBy: string;
  readonly givenAt: string;
  readonly paper: string;
  readonly endedBy?: string;
  readonly endPaper?: string;
  readonly state: 'coming' | 'held' | 'over';
}

/** Two posts that near relatives have together, and the rule against it. */
export interface NearRow {
  readonly one: PostRow;
  readonly other: PostRow;
  readonly kin: string;
  readonly rule: string;
}

/** Two posts that one person has together and may not, under whichever of his accounts, and the rule. */
export interface HandRow {
  readonly one: HeldPost;
  readonly other: HeldPost;
  readonly rule: string;
}

interface HeldPost {
  readonly text: string;
  /** Absent where another office gives the post. */
  readonly href?: string;
}

/** The people of an office and of what lies right below it. */
export interface PeoplePageProps {
  readonly frame: OfficeFrameProps;
  readonly people: readonly PersonRow[];
  /** Posts that nobody has, and since when or for which days. */
  readonly empty: readonly string[];
  /** Villages whose books one person alone keeps. */
  readonly alone: readonly string[];
  /** Posts that near relatives have together, which the law bars. */
  readonly near: readonly NearRow[];
  /** Posts that one person has together and may not. */
  readonly hands: readonly HandRow[];
  readonly posts: readonly PostRow[];
  readonly past: readonly PostRow[];
}

/** Who does what where, since when; a post leads to its handover, a name to what the person is given. */
export function PeoplePage(page: PeoplePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          人员和岗位<span class="hint">一个村的会计和出纳不能是同一个人，监督的人不管账</span>
        </h1>
        {page.empty.length > 0 && <p class="small">{`没有人的岗位：${page.empty.join('；')}。`}</p>}
        {page.alone.length > 0 && (
          <p class="small">{`只有一个人记账，凭证审核和验收由镇财政所办：${page.alone.join('、')}。`}</p>
        )}
        {page.hands.length > 0 && <OneHand rows={page.hands} />}
        {page.near.length > 0 && <Near rows={page.near} />}
        <section>
          <h2>岗位</h2>
          {page.posts.length === 0 ? (
            <EmptyState sentence="还没有给过岗位。" />
          ) : (
            <PostTable caption="岗位" rows={page.posts} withName />
          )}
          {page.past.length > 0 && (
            <details class="fold">
              <summary>以前的岗位</summary>
              <PostTable caption="以前的岗位" rows={page.past} withName />
            </details>
          )}
        </section>
        <section>
          <h2>人员</h2>
          {page.people.length === 0 ? (
            <EmptyState sentence="还没有人可以登录。" />
          ) : (
            <DataTable
              caption="人员"
              rows={page.people}
              columns={[
                { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
                { head: '用户名', cell: (row) => row.username },
                {
                  head: '今天的岗位',
                  cell: (row) => (row.roles.length === 0 ? '没有' : row.roles.join('、')),
                },
              ]}
            />
          )}
        </section>
      </div>
    </OfficeFrame>
  );
}

/** Two accounts that came to be one person's keep their posts until an office acts. */
function OneHand({ rows }: { readonly rows: readonly HandRow[] }) {
  const post = ({ text, href }: HeldPost) => (href === undefined ? text : <a href={href}>{text}</a>);
  return (
    <section>
      <h2>要处理：同一个人不能兼的岗位</h2>
      <DataTable
        caption="同一个人不能兼的岗位"
        class="stacked"
        rows={rows}
        columns={[
          { head: '岗位', names: true, cell: ({ one }) => post(one) },
          { head: '又在哪个岗位', cell: ({ other }) => post(other) },
          { head: '哪一条不许', cell: ({ rule }) => rule },
        ]}
      />
      <p class="small">
        两个账号是同一个人的，也算一个人。点岗位进去，把其中一个交接给别的人，或者免去；是自己的由别的人办，不能点的由给这个岗位的单位办。
      </p>
    </section>
  );
}

/** What stands against the law stays until the office acts: a relation that is said takes no post away. */
function Near({ rows }: { readonly rows: readonly NearRow[] }) {
  const post = ({ place, role, name, href }: PostRow) => <a href={href}>{`${place} ${role} ${name}`}</a>;
  return (
    <section>
      <h2>要处理：近亲属要回避</h2>
      <DataTable
        caption="近亲属要回避"
        class="stacked"
        rows={rows}
        columns={[
          { head: '岗位', names: true, cell: ({ one }) => post(one) },
          { head: '和哪个岗位', cell: ({ other }) => post(other) },
          { head: '关系', cell: ({ kin }) => kin },
          { head: '哪一条不许', cell: ({ rule }) => rule },
        ]}
      />
      <p class="small">点岗位进去，把其中一个交接给别的人，或者免去。没办以前两个人都还在岗。</p>
    </section>
  );
}

function PostTable(props: {
  readonly caption: string;
  readonly rows: readonly PostRow[];
  readonly withName: boolean;
}) {
  const { caption, rows, withName } = props;
  return (
    <DataTable
      caption={caption}
      class="stacked"
      rows={rows}
      columns={[
        { head: '岗位', names: true, cell: (row) => <a href={row.href}>{`${row.place} ${row.role}`}</a> },
        ...(withName
          ? [{ head: '姓名', cell: (row: PostRow) => <a href={row.personHref}>{row.name}</a> }]
          : []),
        { head: '从哪天', cell: (row) => (row.state === 'coming' ? `${row.from}（还没到）` : row.from) },
        { head: '到哪天', cell: (row) => row.to },
        { head: '谁给的', cell: (row) => (row.givenBy === '' ? '建账时' : row.givenBy) },
        { head: '依据', cell: (row) => row.paper },
      ]}
    />
  );
}

/** One person's posts, and the form that gives one. */
export interface PersonPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly username: string;
  /** What he was given right below the office, the latest first. */
  readonly posts: readonly PostRow[];
  readonly form: FormState;
  readonly places: readonly Option[];
  readonly roles: readonly Option[];
  /** Whether the person looks at himself, who is given nothing here. */
  readonly isOwn: boolean;
  readonly action: string;
  readonly backHref: string;
}

/** A post begins on a day; who had it before hands it over on the post's own page. */
export function PersonPage(page: PersonPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.name}
          <span class="hint">{`用户名 ${page.username}`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <section>
          <h2>岗位</h2>
          {page.posts.length === 0 ? (
            <p class="small">这里还没有给过岗位。</p>
          ) : (
            <PostTable caption="岗位" rows={page.posts} withName={false} />
          )}
        </section>
        {page.isOwn ? (
          <p class="small">自己的岗位自己只能退，不能加，要加请别的人来办。</p>
        ) : (
          <section>
            <h2>给一个岗位</h2>
            <PostForm action={page.action} entry>
              <Field form={page.form} name="placeId" label={fieldLabel('placeId')} options={page.places} />
              <Field form={page.form} name="role" label={fieldLabel('role')} options={page.roles} />
              <Field form={page.form} name="from" label="从哪天起" kind="day" />
              <Field form={page.form} name="to" label="到哪天" kind="day" hint="没有期限就不填" />
              <Field form={page.form} name="paper" label="依据" hint="任命文件、会议记录" />
              <FormButtons submit="给这个岗位" cancelHref={page.backHref} />
              <p class="small">换人请到原来那个岗位上办交接，日子才接得上。</p>
            </PostForm>
          </section>
        )}
      </div>
    </OfficeFrame>
  );
}
