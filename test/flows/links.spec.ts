import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { Visitor } from '../platform/http-app.fixture';
import { byTier } from '../support/tier';

/** Ids and months are all alike: one address of each kind is enough, with one value of each question. */
function kindOf(href: string): string {
  const [path = '', question = ''] = href.split('?');
  const plain = path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d{4}-\d{2}(?=\/|$)/g, '/:month');
  return [plain, ...question.split('&').map((each) => each.split('=')[0])].join(' ');
}

/** What else is handed out, and read by no browser as a page. */
const FILES = /\.(pdf|xlsx|css|js|svg|ico|jpg|png)(\?|$)/;

/** In the short tier who looks at most, who may least, and who keeps a joint station. */
const PEOPLE = byTier(['he', 'sun', 'wu'], ['he', 'sun', 'wu', 'zhou', 'qian']);

describe('a page links to nothing that the person who reads it may not open, or that leads nowhere', () => {
  let office: DemoOffice;

  beforeAll(async () => {
    office = await startDemoOffice();
  }, 120_000);
  afterAll(() => office.close());

  it.each(PEOPLE)(
    'as %s goes from page to page',
    async (name) => {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      const seen = new Set<string>();
      const asked = new Set<string>(['/']);
      const waiting = [{ href: '/', from: '' }];
      const refused: string[] = [];
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { href, from } = next;
        const page = await visitor.get(href);
        if (page.statusCode >= 400) refused.push(`${String(page.statusCode)} ${from} → ${href}`);
        const to = page.headers.location;
        const isPage = String(page.headers['content-type']).includes('html');
        const found = isPage
          ? [...page.body.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1] ?? '')
          : [];
        for (const each of to === undefined ? found : [to]) {
          const link = each.replace(/&amp;/g, '&');
          const step = `${kindOf(href)} → ${kindOf(link)}`;
          if (FILES.test(link) || seen.has(step) || asked.has(link)) continue;
          seen.add(step);
          asked.add(link);
          waiting.push({ href: link, from: href });
        }
      }
      expect(refused).toEqual([]);
      expect(seen.size).toBeGreaterThan(15);
    },
    120_000,
  );
});
