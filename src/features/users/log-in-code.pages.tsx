import type { VNode } from 'preact';
import { CsrfField } from '../../platform/views/csrf-field';
import { PublicFrame } from '../../platform/views/error.pages';

/** What the second step of a log-in shows. */
export interface LogInCodeProps {
  readonly demo: boolean;
  readonly action: string;
  readonly returnTo?: string;
  readonly refusal?: string;
}

/** The page that asks for the code of a telephone, after the password. */
export function LogInCodePage({ demo, action, returnTo, refusal }: LogInCodeProps): VNode {
  return (
    <PublicFrame demo={demo} place="村账" placeHref="/">
      <h1>输入验证码</h1>
      <p class="note">请打开手机上的验证器，看村账这一项的 6 位数字。手机不在手边，就输一个备用码。</p>
      {refusal !== undefined && (
        <p class="refusal" role="alert" id="refusal">
          {refusal}
        </p>
      )}
      <form class="stack" method="post" action={action}>
        <CsrfField />
        {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
        <CodeInput isFirst />
        <button class="button" type="submit">
          登录
        </button>
      </form>
      <p>
        <a class="row-link" href="/login">
          从头登录
        </a>
      </p>
    </PublicFrame>
  );
}

/** Six digits, which a telephone offers by itself where it can. @param isFirst whether one types it first */
export function CodeInput({ isFirst = false }: { readonly isFirst?: boolean }): VNode {
  return (
    <>
      <label for="code">验证码</label>
      <input id="code" name="code" type="text" autocomplete="one-time-code" autofocus={isFirst} required />
    </>
  );
}
