import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { EmptyState } from '../../platform/views/empty-state';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons, type Option } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { Relatives, type RelativesProps } from './account-relatives.pages';

type AccountState = 'open' | 'changeDue' | 'ended';

const STATE_WORDS: Readonly<Record<AccountState, string>> = {
  open: '在用',
  changeDue: '等本人改密码',
  ended: '已停用',
};

/** An account in a list. */
export interface AccountRow {
  readonly name: string;
  readonly username: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly state: AccountState;
  /** Whether the office said whose it is. */
  readonly isPersonKnown: boolean;
  readonly href: string;
}

/** The accounts that an office makes and ends. */
export interface AccountsPageProps {
  readonly frame: OfficeFrameProps;
  readonly accounts: readonly AccountRow[];
  readonly newHref: string;
}

/** Everybody of the offices right below; the name leads to what is done with the account. */
export function AccountsPage(page: AccountsPageProps) {
  const open = page.accounts.filter(({ state }) => state !== 'ended');
  const unknown = open.filter(({ isPersonKnown }) => !isPersonKnown).map(({ name }) => name);
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          账号<span class="hint">下一级单位的人，由这里开、停用、重设密码</span>
        </h1>
        <p>
          <a href={page.newHref}>开账号</a>
        </p>
        {unknown.length > 0 && (
          <p class="small">
            {`还没登记是谁的账号：${unknown.join('、')}。点名字进去补，一个人有两个账号才看得出来。`}
          </p>
        )}
        {page.accounts.length === 0 ? (
          <EmptyState sentence="还没有账号。" />
        ) : (
          <DataTable
            caption="账号"
            rows={page.accounts}
            columns={[
              { head: '姓名', names: true, cell: (row) => <a href={row.href}>{row.name}</a> },
              { head: '用户名', cell: (row) => row.username },
              { head: '单位', cell: (row) => row.office },
              { head: '岗位', cell: (row) => (row.roles.length === 0 ? '没有' : row.roles.join('、')) },
              { head: '账号', cell: (row) => STATE_WORDS[row.state] },
            ]}
          />
        )}
      </div>
    </OfficeFrame>
  );
}

/** A new account as it is typed. */
export interface NewAccountPageProps {
  readonly frame: OfficeFrameProps;
  readonly form: FormState;
  readonly offices: readonly Option[];
  readonly roles: readonly Option[];
  readonly action: string;
  readonly cancelHref: string;
}

export function NewAccountPage({ frame, form, offices, roles, action, cancelHref }: NewAccountPageProps) {
  return (
    <OfficeFrame frame={frame}>
      <div class="alone">
        <h1>开账号</h1>
        <ErrorSummary form={form} />
        <PostForm action={action} entry>
          <Field form={form} name="officeId" label={fieldLabel('officeId')} options={offices} />
          <Field form={form} name="displayName" label={fieldLabel('displayName')} />
          <Field
            form={form}
            name="identity"
            label={fieldLabel('identity')}
            hint="18 位，加密保存；同一个人的几个账号算一个人"
          />
          <Field
            form={form}
            name="username"
            label={fieldLabel('username')}
            hint="英文字母、数字，如 zhaolin"
          />
          <Field form={form} name="role" label={fieldLabel('role')} options={roles} />
          <Field form={form} name="password" label="首次密码" hint="至少 10 位，本人登录后要先改" />
          <FormButtons submit="开账号" cancelHref={cancelHref} />
        </PostForm>
      </div>
    </OfficeFrame>
  );
}

/** One account: who has it, what was done with it, and what may be. */
export interface AccountPageProps {
  readonly frame: OfficeFrameProps;
  readonly name: string;
  readonly username: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly state: AccountState;
  readonly form: FormState;
  /** Whose it is, as it was said: the newest first. */
  readonly said: readonly SaidPerson[];
  /** The other accounts of the same person. */
  readonly others: readonly string[];
  readonly relatives: RelativesProps;
  readonly personAction: string;
  readonly passwordAction: string;
  readonly endAction: string;
  /** Absent where no code is asked for beside the password. */
  readonly factorEndAction?: string;
  readonly backHref: string;
  readonly story: readonly StoryRow[];
}

/** Whose an account is, as somebody of the office said it. */
export interface SaidPerson {
  readonly maskedIdentity: string;
  /** Why it was said anew; blank of the first. */
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

/** What was done with an account. */
export interface StoryRow {
  readonly act: string;
  /** Blank where a command of the machine did it. */
  readonly by: string;
  readonly at: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export function AccountPage(page: AccountPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          {page.name}
          <span class="hint">{`用户名 ${page.username}　${page.office}　${STATE_WORDS[page.state]}`}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <p>{page.roles.length === 0 ? '没有岗位。' : `岗位：${page.roles.join('、')}。`}</p>
        <Whose {...page} />
        <Relatives form={page.form} relatives={page.relatives} />
        {page.state !== 'ended' && <Acts {...page} />}
        <section>
          <h2>办过的事</h2>
          {page.story.length === 0 ? (
            <p class="small">账号变动从有记录起，还没有。</p>
          ) : (
            <DataTable
              caption="办过的事"
              rows={page.story}
              columns={[
                { head: '什么', names: true, cell: (row) => row.act },
                { head: '谁办的', cell: (row) => (row.by === '' ? '机房命令' : row.by) },
                { head: '什么时候', narrow: true, cell: (row) => row.at },
                { head: '岗位', cell: rolesText },
              ]}
            />
          )}
        </section>
        <p>
          <a href={page.backHref}>回到账号</a>
        </p>
      </div>
    </OfficeFrame>
  );
}

function rolesText({ before, after }: StoryRow): string {
  const names = (roles: readonly string[]): string => (roles.length === 0 ? '没有' : roles.join('、'));
  if (before.length === 0 && after.length === 0) return '';
  return before.length === 0 ? names(after) : `${names(before)} → ${names(after)}`;
}

/** Whose the account is, and the form that says it or says it anew. */
function Whose({ form, said, others, personAction }: AccountPageProps) {
  return (
    <section>
      <h2>这是谁</h2>
      {said.length === 0 && (
        <p class="small">还没登记是谁。登记以后，同一个人的几个账号办事都算一个人办的。</p>
      )}
      {said.map(({ maskedIdentity, by, at, why }, index) => (
        <p class={index === 0 ? undefined : 'small'}>
          {`${index === 0 ? '' : '以前登记：'}身份证号 ${maskedIdentity}`}
          <span class="hint">{`${by} ${at}${why === '' ? '' : `，改的原因：${why}`}`}</span>
        </p>
      ))}
      {others.length > 0 && <p>{`同一个人还有账号：${others.join('、')}。`}</p>}
      <details class="fold" open={said.length === 0}>
        <summary>{said.length === 0 ? '登记是谁' : '登记错了，改'}</summary>
        <PostForm action={personAction} entry>
          <Field form={form} name="identity" label={fieldLabel('identity')} hint="18 位，加密保存" />
          {said.length > 0 && (
            <Field form={form} name="personWhy" label={fieldLabel('personWhy')} hint="如：上次输错了人" />
          )}
          <FormButtons submit="登记" />
        </PostForm>
      </details>
    </section>
  );
}

function Acts({ form, passwordAction, endAction, factorEndAction }: AccountPageProps) {
  return (
    <>
      <section>
        <h2>重设密码</h2>
        <PostForm action={passwordAction} entry>
          <Field form={form} name="password" label="新密码" hint="至少 10 位，本人登录后要先改" />
          <FormButtons submit="重设密码" />
        </PostForm>
      </section>
      {factorEndAction !== undefined && (
        <section>
          <h2>登录验证码</h2>
          <p class="small">登录时除了密码还要手机上的验证码。手机丢了、备用码也没有，才在这里取消。</p>
          <PostForm action={factorEndAction} entry>
            <Field form={form} name="reason" label="为什么取消" hint="如：手机丢了，本人到所里说的" />
            <FormButtons submit="取消登录验证码" />
          </PostForm>
        </section>
      )}
      <section>
        <h2>停用</h2>
        <details class="fold">
          <summary>这个人不再用村账</summary>
          <PostForm action={endAction}>
            <p class="small">
              停用以后不能登录，岗位一起免去，不能再恢复；用户名不再给别人用。以前办的事照样留着。
            </p>
            <div class="buttons">
              <button type="submit">停用这个账号</button>
            </div>
          </PostForm>
        </details>
      </section>
    </>
  );
}
