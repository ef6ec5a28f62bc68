import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { renderDocument } from '../../../src/platform/views/document';
import { ASSETS_GALLERY } from './assets-gallery';
import { BOOKS_GALLERY } from './books-gallery';
import { LEDGER_GALLERY } from './ledger-gallery';
import { CLOSING_GALLERY } from './closing-gallery';
import { MONTH_GALLERY } from './month-gallery';
import { IDLE_GALLERY } from './idle-gallery';
import { OVERSIGHT_GALLERY } from './oversight-gallery';
import { PLAN_GALLERY } from './plan-gallery';
import { OWNER_PLANS_GALLERY } from './owner-plans-gallery';
import { PAY_GALLERY } from './pay-gallery';
import { PEOPLE_GALLERY } from './people-gallery';
import { POSTS_GALLERY } from './posts-gallery';
import { POLICY_GALLERY } from './policy-gallery';

const TEMPLATES = join(__dirname, '../../../templates');
const ORIGIN = 'http://gallery.invalid';

let keys = 0;

/** Every office page with the figures of 杨树湾, as whole documents by name. */
export function renderGallery(): ReadonlyMap<string, string> {
  const pages = {
    ...MONTH_GALLERY,
    ...CLOSING_GALLERY,
    ...PLAN_GALLERY,
    ...ASSETS_GALLERY,
    ...BOOKS_GALLERY,
    ...LEDGER_GALLERY,
    ...OVERSIGHT_GALLERY,
    ...IDLE_GALLERY,
    ...OWNER_PLANS_GALLERY,
    ...PAY_GALLERY,
    ...PEOPLE_GALLERY,
    ...POSTS_GALLERY,
    ...POLICY_GALLERY,
  };
  const newCommandKey = (): string => `key-${(keys += 1)}`;
  return new Map(
    Object.entries(pages).map(([name, node]) => [
      name,
      renderDocument(node, { title: name, styles: 'office', csrfToken: 'token', newCommandKey }),
    ]),
  );
}

/** A window of a browser in which the gallery's pages stand at `pageUrl`, without any network. */
export async function openGallery(
  browser: Browser,
  pages: ReadonlyMap<string, string>,
  width: number,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: width > 800 ? 768 : 844 } });
  await context.route('**/*', async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/assets/office.css')
      await route.fulfill({
        contentType: 'text/css',
        body: readFileSync(join(TEMPLATES, 'styles/office.css')),
      });
    else if (path.startsWith('/assets/'))
      await route.fulfill({
        contentType: 'text/javascript',
        body: readFileSync(join(TEMPLATES, 'scripts', basename(path))),
      });
    else
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages.get(path.slice(1)) ?? '' });
  });
  return context;
}

/** Where a page of the gallery stands in such a window. */
export function pageUrl(name: string): string {
  return `${ORIGIN}/${name}`;
}
