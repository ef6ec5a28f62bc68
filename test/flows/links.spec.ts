import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { Visitor } from '../platform/http-app.fixture';

/** Ids and months are all alike: one address of each kind is enough. */
function kindOf(href: string): string {
  const [path = ''] = href.split('?');
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/\d{4}-\d{2}(?=\/|$)/g, '/:month');
}

describe('a page links to nothing that the person who reads it may not open', () => {
  let office: DemoOffice;

  beforeAll(async () => {
    office = await startDemoOffice();
  }, 120_000);
  afterAll(() => office.close());

  it.each(['he', 'sun'])(
    'as %s goes from page to page',
    async (name) => {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      const seen = new Set<string>();
      const waiting = [{ href: '/', from: '' }];
      const refused: string[] = [];
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { href, from } = next;
        const page = await visitor.get(href);
        if (page.statusCode === 403) refused.push(`${kindOf(from)} → ${kindOf(href)}`);
        const to = page.headers.location;
        const isPage = String(page.headers['content-type']).includes('html');
        const found = isPage
          ? [...page.body.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1] ?? '')
          : [];
        for (const each of to === undefined ? found : [to]) {
          const link = each.replace(/&amp;/g, '&');
          if (/\.(pdf|xlsx|css|js|svg|ico)(\?|$)/.test(link) || seen.has(`${kindOf(href)} ${kindOf(link)}`))
            continue;
          seen.add(`${kindOf(href)} ${kindOf(link)}`);
          waiting.push({ href: link, from: href });
        }
      }
      expect(refused).toEqual([]);
      expect(seen.size).toBeGreaterThan(20);
    },
    120_000,
  );
});
