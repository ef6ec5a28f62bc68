import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256 } from 'js-sha256';
import { type Browser, chromium, type Page } from 'playwright-core';
import { noticeDigest } from '../../../src/domain/notices/digest';
import type { PublishedFacts } from '../../../src/domain/notices/published-facts';
import { offlineChecker } from '../../../src/features/notices/offline-checker.pages';
import { CHROMIUM_FLAGS, everythingIsRequired, findChromium } from '../../support/machine';
import { tempFolder } from '../../support/temp-folder';
import { OTHER_ASSETS, YANGSHUWAN } from './public-pages.fixture';

const CHROMIUM = findChromium();
if (CHROMIUM === undefined && everythingIsRequired()) throw new Error('chromium not found');
if (CHROMIUM === undefined) process.stdout.write('left out: the saved checker, no chromium found\n');

const folder = tempFolder();
const factsOf = (notice: PublishedFacts): string =>
  JSON.stringify({ notice, digest: noticeDigest(notice, sha256) });
const digest = noticeDigest(YANGSHUWAN, sha256).sheet;
const checkerOf = (facts: string): string =>
  offlineChecker({ notice: YANGSHUWAN, code: 'X2Q7-9KFM-4T', digest, facts });

(CHROMIUM === undefined ? describe.skip : describe)('the checker of a sheet that was saved', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];

  const save = (name: string, text: string): string => {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const open = async (facts: string): Promise<void> => {
    await page.goto(pathToFileURL(save('checker.html', checkerOf(facts))).href);
  };
  const verdict = async (): Promise<string> => (await page.locator('[data-held]').textContent()) ?? '';

  beforeAll(async () => {
    const program = CHROMIUM === undefined ? {} : { executablePath: CHROMIUM };
    browser = await chromium.launch({ ...program, args: CHROMIUM_FLAGS });
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
  });
  afterAll(() => browser.close());

  it('reckons the printed digest anew without asking anybody', async () => {
    await open(factsOf(YANGSHUWAN));
    expect(await verdict()).toBe('一致：文件里的数据，重算出来就是纸上印的摘要。');
    expect(new Set(asked)).toEqual(new Set(['file:']));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
  });

  it('finds a figure that was changed, and text that would end its element', async () => {
    const changed = { ...YANGSHUWAN, sums: { ...YANGSHUWAN.sums, leftOver: '</script><b>1</b>' } };
    const { sections } = noticeDigest(YANGSHUWAN, sha256);
    await open(JSON.stringify({ notice: changed, digest: { sheet: digest, sections } }));
    expect(await verdict()).toContain('不一致：文件里的数据被改过');
    expect(await verdict()).toContain(noticeDigest(changed, sha256).sheet);
    expect(await page.locator('b').count()).toBe(0);
  });

  it.each([
    ['the first eight signs, as they are printed', digest.slice(0, 8), 'is-equal'],
    ['all of it, in groups and capitals', (digest.match(/.{8}/g) ?? []).join(' ').toUpperCase(), 'is-equal'],
    ['one wrong sign', `${digest.slice(0, 7)}${digest[7] === '0' ? '1' : '0'}`, 'is-different'],
    ['too few to tell', digest.slice(0, 7), ''],
  ])('is held against paper: %s', async (_rule, typed, told) => {
    await open(factsOf(YANGSHUWAN));
    await page.locator('#typed').fill(typed);
    expect(await page.locator('#compared').getAttribute('class')).toBe(told);
  });

  it.each([
    ['as it was saved', factsOf(OTHER_ASSETS), 'is-equal'],
    ['with another figure', factsOf(OTHER_ASSETS).replace('"leftOver":"', '"leftOver":"9'), 'is-different'],
    ['that is none', 'no data', 'is-different'],
  ])('checks the data of another sheet %s', async (_rule, text, told) => {
    await open(factsOf(YANGSHUWAN));
    await page.locator('#other').setInputFiles(save('data.json', text));
    await page.locator(`#told.${told}`).waitFor();
    expect(await page.locator('#told').textContent()).not.toBe('');
  });
});
