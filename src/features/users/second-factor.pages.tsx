import type { VNode } from 'preact';
import { CsrfField } from '../../platform/views/csrf-field';
import { PublicFrame } from '../../platform/views/error.pages';
import { CodeInput } from './log-in-code.pages';

/** What the page shows on which somebody asks for a code beside his own password. */
export interface SecondFactorProps {
  readonly demo: boolean;
  readonly action: string;
  readonly codesAction: string;
  readonly backHref: string;
  readonly refusals: readonly string[];
  /** Since when a code is asked; absent where none is. */
  readonly since?: string;
  /** Whether an office above takes it away where the telephone is lost. */
  readonly hasAbove?: boolean;
  /** The codes for a lost telephone, told this once. */
  readonly codes?: readonly string[];
  readonly offer?: Offer;
}

/** A secret for a telephone to take up: as a picture, and as letters in groups. */
export interface Offer {
  readonly proposal: string;
  readonly letters: readonly string[];
  readonly picture: { readonly size: number; readonly path: string };
}

/** The page on which somebody asks for a code beside his own password. */
export function SecondFactorPage(page: SecondFactorProps): VNode {
  const { refusals, since, codes, offer } = page;
  return (
    <PublicFrame demo={page.demo} place="村账" placeHref="/">
      <h1>登录验证码</h1>
      {refusals.length > 0 && (
        <p class="refusal" role="alert" id="refusal">
          {refusals.join(' ')}
        </p>
      )}
      {codes !== undefined && <Codes codes={codes} />}
      {since !== undefined && codes === undefined && (
        <>
          <p class="note">
            {`${since}起，登录时除了密码还要验证码。手机丢了，用备用码登录；备用码也没有，请${
              page.hasAbove === true ? '上一级单位' : '管机房的人用命令'
            }取消。`}
          </p>
          <Renew action={page.codesAction} />
        </>
      )}
      {offer !== undefined && <Begin action={page.action} offer={offer} />}
      <p>
        <a class="row-link" href={page.backHref}>
          回到我的账号
        </a>
      </p>
    </PublicFrame>
  );
}

function Begin({ action, offer }: { readonly action: string; readonly offer: Offer }): VNode {
  const { size, path } = offer.picture;
  return (
    <>
      <p class="note">用手机上的验证器扫这个码，再把它显示的 6 位数字填在下面。以后每次登录都要。</p>
      <svg
        role="img"
        aria-label="给验证器扫的二维码"
        width="200"
        height="200"
        viewBox={`-4 -4 ${String(size + 8)} ${String(size + 8)}`}
        shape-rendering="crispEdges"
      >
        <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p class="note">扫不了，就把密钥输进去：</p>
      <p class="code">{offer.letters.join(' ')}</p>
      <form class="stack" method="post" action={action}>
        <CsrfField />
        <input type="hidden" name="proposal" value={offer.proposal} />
        <PasswordAgain />
        <CodeInput />
        <button class="button" type="submit">
          开启
        </button>
      </form>
    </>
  );
}

/** The codes are written down somewhere: lost or seen by others, they are made anew. */
function Renew({ action }: { readonly action: string }): VNode {
  return (
    <details>
      <summary>备用码丢了，或者快用完了</summary>
      <form class="stack" method="post" action={action}>
        <CsrfField />
        <PasswordAgain />
        <CodeInput />
        <button class="button" type="submit">
          换 10 个新的备用码
        </button>
      </form>
    </details>
  );
}

function PasswordAgain(): VNode {
  return (
    <>
      <label for="currentPassword">您现在的密码</label>
      <input
        id="currentPassword"
        name="currentPassword"
        type="password"
        autocomplete="current-password"
        autofocus
        required
      />
    </>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }): VNode {
  return (
    <section>
      <p class="note">
        登录验证码开着。下面的备用码只显示这一次，请抄下来收好：手机丢了，用一个登录一次。以前抄的不能再用。
      </p>
      <ol class="rows">
        {codes.map((code) => (
          <li key={code} class="code">
            {code}
          </li>
        ))}
      </ol>
    </section>
  );
}
