import type { VNode } from 'preact';
import { CsrfField } from '../../platform/views/csrf-field';
import { PublicFrame } from '../../platform/views/error.pages';

/** What the page shows on which somebody changes his own password. Nothing typed is ever shown back. */
export interface OwnPasswordProps {
  readonly demo: boolean;
  readonly action: string;
  readonly sessionsHref: string;
  readonly factorHref: string;
  readonly name: string;
  readonly username: string;
  /** Somebody else set the password: nothing else opens before it is changed. */
  readonly isDue: boolean;
  readonly refusals: readonly string[];
}

/** The page on which somebody changes his own password. */
export function OwnPasswordPage(page: OwnPasswordProps): VNode {
  const { refusals } = page;
  return (
    <PublicFrame demo={page.demo} place="村账" placeHref="/">
      <h1>改密码</h1>
      <p class="note">
        {page.isDue
          ? '现在的密码是别人给您设的，请先换成自己的，再办别的事。'
          : `${page.name}，用户名 ${page.username}。`}
      </p>
      {refusals.length > 0 && (
        <p class="refusal" role="alert" id="refusal">
          {refusals.join(' ')}
        </p>
      )}
      <form class="stack" method="post" action={page.action}>
        <CsrfField />
        <input type="hidden" autocomplete="username" value={page.username} />
        <Password name="currentPassword" label="现在的密码" fills="current-password" first />
        <Password name="password" label="新密码" fills="new-password" />
        <Password name="passwordAgain" label="新密码，再输一遍" fills="new-password" />
        <button class="button" type="submit">
          改密码
        </button>
      </form>
      <p class="note">至少 10 位，不要用电话、生日、姓名，不要用以前用过的。改好以后，别处的登录都会退出。</p>
      {!page.isDue && (
        <>
          <Leads href={page.sessionsHref} says="看看在哪里登录着" />
          <Leads href={page.factorHref} says="登录验证码" />
          <Leads href="/" says="不改了，回去" />
        </>
      )}
      <form class="stack" method="post" action="/logout">
        <CsrfField />
        <button class="button" type="submit">
          退出登录
        </button>
      </form>
    </PublicFrame>
  );
}

function Leads({ href, says }: { readonly href: string; readonly says: string }): VNode {
  return (
    <p>
      <a class="row-link" href={href}>
        {says}
      </a>
    </p>
  );
}

function Password(props: {
  readonly name: string;
  readonly label: string;
  readonly fills: string;
  readonly first?: boolean;
}): VNode {
  const { name, label, fills, first = false } = props;
  return (
    <>
      <label for={name}>{label}</label>
      <input id={name} name={name} type="password" autocomplete={fills} autofocus={first} required />
    </>
  );
}
