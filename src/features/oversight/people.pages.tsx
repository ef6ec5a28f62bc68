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
  /** 村会计, 杨树湾村 and so on. */
  readonly roles: readonly string[];
}

/** The people of a township's office and villages. */
export interface PeoplePageProps {
  readonly frame: OfficeFrameProps;
  readonly people: readonly PersonRow[];
  /** Villages that nobody keeps the books of, or whose money nobody handles. */
  readonly wanting: readonly { readonly village: string; readonly role: string }[];
}

/** Who does what in which village; the name leads to where it is changed. */
export function PeoplePage(page: PeoplePageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          人员和岗位<span class="hint">一个村的会计和出纳不能是同一个人</span>
        </h1>
        {page.wanting.length > 0 && (
          <p class="small">
            {`还没有人：${page.wanting.map(({ village, role }) => `${village}的${role}`).join('、')}。`}
          </p>
        )}
        {page.people.length === 0 ? (
          <EmptyState sentence="还没有人可以登录。" />
        ) : (
          <DataTable
            caption="人员和岗位"
            rows={page.people}
            columns={[
              { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
              { head: '用户名', cell: (row) => row.username },
              { head: '岗位', cell: (row) => (row.roles.length === 0 ? '没有' : row.roles.join('、')) },
            ]}
          />
        )}
      </div>
    </OfficeFrame>
  );
}

/** A village, and what a person may be there. */
export interface PostChoice {
  readonly field: string;
  readonly name: string;
  readonly roles: readonly Option[];
}

/** One person's posts, village by village. */
export interface PersonPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly username: string;
  /** Field names: `roles[<village>]`. */
  readonly form: FormState;
  readonly villages: readonly PostChoice[];
  /** Whether the person looks at himself: he gives up posts and takes none. */
  readonly isOwn: boolean;
  /** Posts that are not given or taken here. */
  readonly others: readonly string[];
  readonly action: string;
  readonly cancelHref: string;
}

/** One post a village at most: so no person holds both sides of its money. */
export function PersonPage(page: PersonPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          {page.name}
          <span class="hint">{`用户名 ${page.username}`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <PostForm action={page.action} entry>
          {page.villages.map((village) => (
            <Field form={page.form} name={village.field} label={village.name} options={village.roles} />
          ))}
          {page.others.length > 0 && <p class="small">{`这里不改的岗位：${page.others.join('、')}。`}</p>}
          {page.isOwn && <p class="small">自己的岗位自己只能退，不能加，要加请别的人来办。</p>}
          {page.villages.length > 0 && (
            <>
              <FormButtons submit="存" cancelHref={page.cancelHref} />
              <p class="small">马上生效，不用重新登录。以前填的、签的凭证不变。</p>
            </>
          )}
        </PostForm>
      </div>
    </OfficeFrame>
  );
}
