import type { VNode } from 'preact';
import { PublicFrame } from '../../platform/views/error.pages';

/** A user name and password that everyone may know, because the figures behind them are made up. */
export interface DemoLogIn {
  /** Who this is, for example the accountant of a village. */
  readonly who: string;
  readonly username: string;
  readonly password: string;
}

/** What the log-in page shows. The password typed is never shown back. */
export interface LogInPageProps {
  readonly demo: boolean;
  /** Where the form is posted, with the fields `_csrf`, `username`, `password` and `returnTo`. */
  readonly action: string;
  readonly csrfToken: string;
  /** The user name typed before, kept after a refusal. */
  readonly username?: string;
  /** The sentence of the refusal; it never says which of the two was wrong. */
  readonly refusal?: string;
  /** The page to open afterwards; the server checks that it is one of its own. */
  readonly returnTo?: string;
  /** Listed on a demo only; empty otherwise. */
  readonly demoLogIns: readonly DemoLogIn[];
}

/** The page where the people of the office log in. */
export function LogInPage(props: LogInPageProps): VNode {
  return (
    <PublicFrame demo={props.demo} place="村账" placeHref="/">
      <h1>办公登录</h1>
      <p class="note">给村会计、镇财政所用。看公示不用登录。</p>
      {props.refusal !== undefined && (
        <p class="refusal" role="alert" id="refusal">
          {props.refusal}
        </p>
      )}
      <LogInForm {...props} />
      {props.demo && props.demoLogIns.length > 0 && <DemoLogIns logIns={props.demoLogIns} />}
      <p>
        <a class="row-link" href="/">
          看公示、验真伪
        </a>
      </p>
    </PublicFrame>
  );
}

function LogInForm({ action, csrfToken, username, refusal, returnTo }: LogInPageProps): VNode {
  const described = refusal === undefined ? {} : { 'aria-describedby': 'refusal' };
  return (
    <form class="stack" method="post" action={action}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      <label for="username">用户名</label>
      <input
        id="username"
        name="username"
        type="text"
        value={username ?? ''}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        autofocus={refusal === undefined}
        required
        {...described}
      />
      <label for="password">密码</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="current-password"
        autofocus={refusal !== undefined}
        required
        {...described}
      />
      <button class="button" type="submit">
        登录
      </button>
    </form>
  );
}

function DemoLogIns({ logIns }: { readonly logIns: readonly DemoLogIn[] }): VNode {
  return (
    <section>
      <h2>演示用户</h2>
      <table class="figures plain">
        <caption class="note">下面的用户名和密码人人都能用。</caption>
        <thead>
          <tr>
            <th scope="col">谁</th>
            <th scope="col">用户名</th>
            <th scope="col">密码</th>
          </tr>
        </thead>
        <tbody>
          {logIns.map((logIn) => (
            <tr key={logIn.username}>
              <th scope="row">{logIn.who}</th>
              <td class="code">{logIn.username}</td>
              <td class="code">{logIn.password}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
