import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { FormTokensContext } from './csrf-field';

/** What the frame of every page needs besides its content. */
export interface DocumentOptions {
  /** The page's own title; the product's name follows it. */
  readonly title: string;
  readonly styles: 'office' | 'public';
  /** Token against forged posts, for every form of the page. */
  readonly csrfToken?: string;
  /** Makes a fresh key for each form, so that a form sent twice books once. */
  readonly newCommandKey?: () => string;
  /** Whether who looks may post to an address; a form that would be refused is not drawn. */
  readonly mayPost?: ((action: string) => boolean) | undefined;
  /** The reversed voucher that the entry form of the page enters anew. */
  readonly corrects?: string | undefined;
  readonly filled?: Readonly<Record<string, string>> | undefined;
  /** After so many seconds the page looks again by itself: something goes on that it tells of. */
  readonly looksAgainAfter?: number | undefined;
}

/** A whole HTML page as text, `<!doctype html>` first. Needs no script; the office script only adds keys. */
export function renderDocument(node: ComponentChildren, options: DocumentOptions): string {
  const { title, styles, csrfToken = '', newCommandKey = () => '', mayPost, corrects, filled } = options;
  const { looksAgainAfter } = options;
  const tokens = { csrfToken, newCommandKey, mayPost, corrects, filled };
  const page = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {looksAgainAfter !== undefined && <meta http-equiv="refresh" content={String(looksAgainAfter)} />}
        <title>{`${title} · 村账`}</title>
        <link rel="stylesheet" href={`/assets/${styles}.css`} />
        {styles === 'office' && <script src="/assets/office.js" defer />}
      </head>
      <body>
        <FormTokensContext.Provider value={tokens}>{node}</FormTokensContext.Provider>
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(page)}`;
}
