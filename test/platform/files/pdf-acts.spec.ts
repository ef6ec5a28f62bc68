import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { pdfActs } from '../../../src/platform/files/pdf-acts';

/** A whole paper whose first object is given, with whatever follows it. */
const paper = (inside: string, tail = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj${inside} endobj\nstartxref\n9\n%%EOF${tail}\n`, 'latin1');

/** A file that goes with a paper. */
const attached = (dictionary: string, bytes: Buffer): string =>
  `<</Type/Filespec/EF<</F 9 0 R>>>> endobj 9 0 obj<</Type/EmbeddedFile${dictionary}>>stream\r\n` +
  `${bytes.toString('latin1')}\nendstream`;

/** Objects packed together, of which the first stands at the beginning. */
const packed = (text: string): string =>
  `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n${deflateSync(`8 0 ${text}`).toString('latin1')}` +
  '\nendstream';

const FLATE = '/Filter/FlateDecode';
const BROKEN = deflateSync('<xbrl/>').subarray(3);
const SCRIPT = '/OpenAction<</S/JavaScript/JS(1)>>';
const XML = Buffer.from('<?xml version="1.0"?><xbrl/>');
const NAMED_ZIP = '<</Type/Filespec/F(a.zip)/EF<</F 9 0 R>>>> endobj 9 0 obj<</A 1>>stream\nPK\nendstream';
const ZIP_END = `PK\u0005\u0006${'\0'.repeat(18)}`;

describe('what a paper does beside being read', () => {
  it.each([
    ['nothing', '<</Type/Catalog>>', 'none'],
    ['a link to a page, as programs that scan leave it', '<</A<</S/URI/URI(http://localhost/)>>>>', 'none'],
    ['a jump to a page of its own', '<</OpenAction[3 0 R/Fit]>>', 'none'],
    ['a jump that stands elsewhere', '<</OpenAction 2 0 R>>endobj 2 0 obj<</S/GoTo/D[0]>>', 'none'],
    ['a link that opens by itself', '<</OpenAction<</S/URI/URI(http://localhost/)>>>>', 'acts'],
    ['one that stands elsewhere', '<</OpenAction 2 0 R>>endobj 2 0 obj<</S/URI/URI(x)>>', 'acts'],
    ['one among packed objects', `<</OpenAction 8 0 R>>endobj 2 0 obj${packed('<</S/URI>>')}`, 'acts'],
    ['one behind a jump', '<</OpenAction<</S/GoTo/D[0]/Next 2 0 R>>>>', 'acts'],
    ['a jump into another file', '<</OpenAction<</S/GoToR/F(x)>>>>', 'acts'],
    ['a jump into a file that is attached', '<</OpenAction<</S/GoToE/F(x)>>>>', 'acts'],
    ['a thread of another file', '<</A<</S/Thread/F(x)/D 0>>>>', 'acts'],
    ['an address as a file', '<</AF[2 0 R]>>endobj 2 0 obj<</Type/Filespec/FS/URL/F(http://x)>>', 'acts'],
    ['data that stand in another file', '<</Length 0/F(x)>>stream\n\nendstream', 'acts'],
    ['a drawing that stands in another file', '<</Ref<</F(x)>>/Length 0>>stream\n\nendstream', 'acts'],
    ['a form sent away', '<</OpenAction<</S/Submit#46orm/F(x)>>>>', 'acts'],
    ['data taken from elsewhere', '<</OpenAction<</S/ImportData/F(x)>>>>', 'acts'],
    ['a form that a program draws', '<</AcroForm<</XFA 4 0 R>>>>', 'acts'],
    ['a film', '<</Subtype/RichMedia>>', 'acts'],
    ['a script among packed objects', packed(`<<${SCRIPT}>>`), 'acts'],
    ['a script behind the word of data in a string', `<</X(stream\n )${SCRIPT}/Y(endstream)>>`, 'acts'],
    ['a script behind the word of data in a remark', `<<%stream\n${SCRIPT}>>%endstream\n`, 'acts'],
    ['a script in data that only a table finds', `<<>>stream\n2 0 obj<<${SCRIPT}>>\nendstream`, 'acts'],
    ['the same behind remarks', `<<>>stream\n2%a\n0 %b\nobj<<${SCRIPT}>>\nendstream`, 'acts'],
    ['an end that stands in data', `<<>>stream\ntrailer<</Root<<${SCRIPT}>>>>\nendstream`, 'acts'],
    ['any object that no table needs to find', '<<>>stream\n2 0 obj<<>>\nendstream', 'torn'],
    ['an object in a string', '<</X(2 0 obj<</A[)/Length 9>>stream\n]/B 1 >>\nendstream', 'torn'],
    ['the letters of one in a drawn page', '<</Length 9>>stream\n/JS (1) \n\nendstream', 'none'],
    ['data that hold how data end', '<</Length 13>>stream\na endstream b\nendstream', 'none'],
    ['data whose length stands elsewhere', '<</Length 2 0 R>>stream\na\nendstream', 'none'],
    ['a name twice', '<</A 1/#41 2>>', 'torn'],
    ['a string without end', '<</A(1>>', 'torn'],
    ['a word of no paper', '<</A 1>>endobj MZ', 'torn'],
    ['a password', '<</Encr#79pt 2 0 R>>', 'locked'],
    ['a place for what is attached', '<</Names<</EmbeddedFiles 5 0 R>>>>', 'none'],
    ['the figures of an invoice', attached('', XML), 'none'],
    ['the same packed, behind a mark', attached(FLATE, deflateSync('\ufeff<xbrl/>')), 'none'],
    ['an archive', attached('', Buffer.from('PK\u0003\u0004')), 'attaches'],
    ['a program, packed', attached(FLATE, deflateSync('MZ')), 'attaches'],
    ['figures with an archive behind them', attached('', Buffer.from('<a/>\nPK\u0003\u0004')), 'attaches'],
    ['a page', attached('', Buffer.from('<html><p>1</p></html>')), 'attaches'],
    ['a program for a desk', attached('', Buffer.from('<script language="VBScript">1</script>')), 'attaches'],
    ['a drawing', attached('', Buffer.from('<a xmlns="http://www.w3.org/2000/svg"/>')), 'attaches'],
    ['figures beside an archive', `${attached('', XML)}endobj 2 0 obj${NAMED_ZIP}`, 'attaches'],
    [
      'figures under the name of an archive',
      `<</F(a.exe)/EF<</F 9 0 R>>>>endobj 9 0 obj<<>>stream\n<a/>\nendstream`,
      'attaches',
    ],
    ['a file that does not say it is one', NAMED_ZIP.replace('/F(a.zip)', ''), 'attaches'],
    ['a file that is nowhere', '<</Type/Filespec/EF<</F 5 0 R>>>>', 'attaches'],
    ['figures that nobody can unpack', attached(FLATE, BROKEN), 'torn'],
    ['a file packed as digits', attached('/Filter/ASCIIHexDecode', Buffer.from('3c>')), 'packedOtherwise'],
    ['an archive in data', `<<>>stream\n${ZIP_END}\nendstream`, 'attaches'],
  ])('%s', (_rule, inside, told) => {
    expect(pdfActs(paper(inside))).toBe(told);
  });

  it.each([
    ['blanks', ' \r\n\0\0', 'none'],
    ['an archive', `\n${ZIP_END}`, 'torn'],
    ['something on the line of the end', 'PK', 'attaches'],
    ['a remark', '\n%PK', 'attaches'],
  ])('what stands behind its end: %s', (_rule, tail, told) => {
    expect(pdfActs(paper('<<>>', tail))).toBe(told);
  });
});

/** Programs that write papers, where they are on this machine. */
const CHROMIUM = '/usr/bin/chromium';
const CAIRO = '/usr/bin/pdftocairo';
const QPDF = '/usr/bin/qpdf';

describe('a paper as programs write it', () => {
  let folder = '';
  const drawn = (): string => join(folder, 'drawn.pdf');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-'));
    const document = new PDFDocument({ pdfVersion: '1.7' });
    const parts: Buffer[] = [];
    const ended = new Promise((resolve) => document.on('end', resolve));
    document.on('data', (part: Buffer) => parts.push(part));
    document.text('1', { link: 'http://localhost/' }).file(XML, { name: 'invoice.xml' });
    document.end();
    await ended;
    writeFileSync(drawn(), Buffer.concat(parts));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read with the figures of an invoice', () => {
    expect(pdfActs(readFileSync(drawn()))).toBe('none');
  });

  it.each([
    [CAIRO, (to: string) => ['-pdf', drawn(), to]],
    [QPDF, (to: string) => ['--object-streams=generate', drawn(), to]],
    [QPDF, (to: string) => ['--linearize', drawn(), to]],
    [QPDF, (to: string) => ['--qdf', drawn(), to]],
    [
      CHROMIUM,
      (to: string) => [
        ...['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${to}`],
        'data:text/html,<h1>1</h1><a href="http://localhost/">2</a>',
      ],
    ],
  ])('is read as %s writes it', (program, how) => {
    if (!existsSync(program)) {
      // The machine that requires everything has them all but qpdf, which it does not install.
      expect(process.env['REQUIRE_ALL'] === '1' && program !== QPDF).toBe(false);
      return;
    }
    const to = join(folder, 'other.pdf');
    execFileSync(program, how(to), { stdio: 'ignore' });
    expect(pdfActs(readFileSync(to))).toBe('none');
  });
});
