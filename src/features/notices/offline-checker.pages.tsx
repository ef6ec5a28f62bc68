import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PublishedFacts } from '../../domain/notices/published-facts';
import { scriptText } from '../../platform/http/script-text';
import { noticeNumber, noticeTitle } from './public-words.pages';

/** A sheet as it is saved to be checked without the program that published it. */
export interface OfflineCheckerProps {
  readonly notice: PublishedFacts;
  readonly code: string;
  /** The digest printed on the sheet. */
  readonly digest: string;
  /** `{ notice, digest: { sheet, sections } }` as it is served, exactly. */
  readonly facts: string;
}

const STYLE = `
  body { margin: 0 auto; max-width: 44em; padding: 24px 20px 48px; color: #18211f; background: #fff;
    font: 18px/1.65 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
    overflow-wrap: anywhere; }
  h1 { font-size: 1.5em; line-height: 1.35; margin: 0 0 8px; }
  h2 { font-size: 1.15em; margin: 32px 0 8px; }
  p { margin: 8px 0; }
  .code { font-family: 'Noto Sans Mono', Consolas, Menlo, monospace; }
  .verdict { font-size: 1.2em; font-weight: 700; margin: 20px 0; padding: 12px 16px; border: 2px solid; }
  .is-equal { color: #17624a; }
  .is-different { color: #a32a14; }
  input { font: inherit; width: 100%; box-sizing: border-box; padding: 8px 10px; }
  pre { font-size: 14px; line-height: 1.45; white-space: pre-wrap; }
  summary { min-height: 32px; cursor: pointer; }
`;

/** Nothing within it may end the element that holds it. */
function heldText(json: string): string {
  return json.replaceAll('<', '\\u003c');
}

function Script({ text }: { readonly text: string }): VNode {
  return <script dangerouslySetInnerHTML={{ __html: text }} />;
}

/** Whether the facts in the file give the printed digest: said by the script, in words that stand ready. */
function Verdict({ digest }: { readonly digest: string }): VNode {
  return (
    <p
      class="verdict"
      aria-live="polite"
      data-held
      data-digest={digest}
      data-equal="一致：文件里的数据，重算出来就是纸上印的摘要。"
      data-different="不一致：文件里的数据被改过，或者不是这一张。重算出的摘要："
    >
      您的浏览器不运行脚本，没有重算。
    </p>
  );
}

function AgainstPaper({ notice: { witness }, digest }: OfflineCheckerProps): VNode {
  return (
    <section>
      <h2>和纸上的对一对</h2>
      <p class="code">{(digest.match(/.{8}/g) ?? []).join(' ')}</p>
      <p>
        <label for="typed">把纸上印的摘要敲进来，头 8 位就够：</label>
        <input id="typed" class="code" autocomplete="off" spellcheck={false} />
      </p>
      <p
        id="compared"
        aria-live="polite"
        data-equal="一样。纸上的和文件里的是同一张。"
        data-different="不一样。纸上的不是这一张，或者敲错了。"
      />
      <p>
        {`账链：第${witness.chainLength}笔，末值 `}
        <span class="code">{witness.chainHead}</span>
        。往后各期公示的账链都从这里接着走；村里的账少了、改了一笔，末值就对不上。
      </p>
    </section>
  );
}

function AnotherSheet(): VNode {
  return (
    <section>
      <h2>验别的一张</h2>
      <p>
        <label for="other">选那张公示存下来的原始数据（data.json）：</label>
        <input id="other" type="file" accept=".json,application/json" />
      </p>
      <p
        id="told"
        aria-live="polite"
        data-equal="数据和它自己带的摘要一致，再和那张纸上印的对一对："
        data-different="数据和它自己带的摘要不一致。重算出的摘要："
        data-failed="这不是公示的原始数据，打不开。"
      />
    </section>
  );
}

function Checker(props: OfflineCheckerProps): VNode {
  const { notice, code, digest, facts } = props;
  const { heading } = notice;
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${code} 离线验证`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <h1>{`${heading.village}${noticeTitle(notice)}`}</h1>
        <p>
          {`${noticeNumber(heading)}，第${heading.version}版　验证码 `}
          <strong class="code">{code}</strong>
        </p>
        <p>这个文件不连网也能用：数据和算法都在里面，您的电脑或者手机自己算。</p>
        <Verdict digest={digest} />
        <AgainstPaper {...props} />
        <AnotherSheet />
        <details>
          <summary>原始数据</summary>
          <pre id="raw" />
        </details>
        <script id="facts" type="application/json" dangerouslySetInnerHTML={{ __html: heldText(facts) }} />
        <Script text={scriptText('sha256.js')} />
        <Script text={scriptText('verify.js')} />
        <Script text={scriptText('checker.js')} />
      </body>
    </html>
  );
}

/** The whole file: a page that asks nobody for anything. */
export function offlineChecker(props: OfflineCheckerProps): string {
  return `<!doctype html>${renderToString(h(Checker, props))}`;
}
