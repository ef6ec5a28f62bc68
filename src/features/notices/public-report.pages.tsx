import type { VNode } from 'preact';
import { type ReportNotice, type ReportRow, tableOf } from '../../domain/notices/report-notice';
import { isHiddenFrom } from '../../domain/notices/sheet-audiences';
import { labelOf } from '../../glossary/terms';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { Figure, namedSums } from './held-figures.pages';
import { NoticeFrame, type NoticeFrameProps } from './notice-frame.pages';
import { ToldObjections } from './public-objections.pages';
import { quoteText } from './sheet-basis';
import { cellText, type CellWords, totalText } from './report-cells';
import type { ReportReading } from './report-sheet';
import { reportTemplate, requireShape, type TemplateColumn } from './report-template';
import { reportStory, toldFacts } from './report-words';

/** The public page of a sheet about some days. */
export interface PublicReportPageProps extends NoticeFrameProps<ReportNotice> {
  readonly reading: ReportReading;
}

/** More rows of one table than these stand folded. */
const MOST_ROWS = 40;

/** Whether it holds, its equation, its tables row by row, the proof. */
export function PublicReportPage({ reading, ...page }: PublicReportPageProps): VNode {
  const { notice } = page;
  const { heading } = notice;
  const { say } = reportTemplate(heading.sheet);
  return (
    <NoticeFrame page={page}>
      <ReportStory notice={notice} />
      <PutRight notice={notice} />
      {Object.keys(requireShape(heading).tables).map((name) => (
        <TableSection key={name} name={name} notice={notice} reading={reading} />
      ))}
      <section>
        <h2>{say('notes.heading')}</h2>
        <p>{say('notes.text', toldFacts(notice))}</p>
      </section>
      {notice.basis !== undefined && notice.basis.length > 0 && (
        <section>
          <h2>{say('basis.heading')}</h2>
          <p>{widePunctuation(notice.basis.map((quote) => quoteText(quote, say)).join(''))}</p>
        </section>
      )}
      <ToldObjections rows={page.told} />
    </NoticeFrame>
  );
}

/** One sentence, then the equation; its result is the largest figure of the page. */
function ReportStory({ notice }: { readonly notice: ReportNotice }): VNode {
  const sums = namedSums(notice);
  const [name, fen, unit] = sums.at(-1) ?? ['', '0'];
  const { headline = '' } = requireShape(notice.heading);
  const outcome = toldFacts(notice)[headline];
  return (
    <div class="story">
      <p>{reportStory(notice)}</p>
      <p class="result">
        <span class="result-word">
          {outcome === undefined ? name : labelOf(`noticeKind.${notice.heading.sheet}`)}
        </span>
        <b class="result-figure">
          {outcome ?? <Figure fen={BigInt(fen)} unit={unit} />}
          {unit === 'count' ? '' : ' 元'}
        </b>
      </p>
      <ul class="rows">
        {sums.map(([word, amount, of]) => (
          <li key={word}>
            <span class="name">{word}</span>
            <Figure fen={BigInt(amount)} unit={of} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of a correction: the sheet as it was, and the one that counts in its place. */
function PutRight({ notice: { facts = {} } }: { readonly notice: ReportNotice }): VNode | null {
  const { code, newCode, newVersion = '' } = facts;
  if (code === undefined) return null;
  return (
    <p class="buttons">
      {newCode !== undefined && <a class="button" href={`/n/${newCode}`}>{`看第${newVersion}版整张`}</a>}
      <a class="button button-second" href={`/n/${code}`}>
        看原来的公示
      </a>
    </p>
  );
}

interface OfTable {
  readonly name: string;
  readonly notice: ReportNotice;
  readonly reading: ReportReading;
}

function TableSection({ name, notice, reading }: OfTable): VNode {
  const { say, columns } = reportTemplate(notice.heading.sheet);
  const shape = requireShape(notice.heading).tables[name];
  const { rows, totals } = tableOf(notice, name);
  const words: CellWords = { say, names: reading.names, notice };
  const own = columns[name] ?? [];
  const drawn = { words, columns: own, lead: shape?.lead ?? '', amount: shape?.amount ?? '' };
  const isHidden = shape !== undefined && isHiddenFrom(shape, reading.reader);
  const shown = rows.slice(0, MOST_ROWS);
  const more = rows.slice(MOST_ROWS);
  return (
    <section>
      <h2>{say(`tables.${name}.heading`)}</h2>
      {rows.length === 0 && <p>{say(`tables.${name}.none`)}。</p>}
      {isHidden ? (
        <p class="note">{`${say('persons-over')}共${String(rows.length)}条。`}</p>
      ) : (
        <Rows rows={shown} {...drawn} />
      )}
      {!isHidden && more.length > 0 && (
        <details>
          <summary>{`其余${String(more.length)}条`}</summary>
          <Rows rows={more} {...drawn} />
        </details>
      )}
      <ul class="rows">
        {own.flatMap((column) => {
          const total = totals[column.field];
          return total === undefined
            ? []
            : [<Total key={column.field} column={column} total={total} say={say(`tables.${name}.total`)} />];
        })}
      </ul>
    </section>
  );
}

function Total(props: {
  readonly column: TemplateColumn;
  readonly total: string;
  readonly say: string;
}): VNode {
  const { column, total, say } = props;
  return (
    <li class="total">
      <span class="name">{`${say}：${column.heading}`}</span>
      <b class="money">{totalText(column, total)}</b>
    </li>
  );
}

interface DrawnRows {
  readonly rows: readonly ReportRow[];
  readonly words: CellWords;
  readonly columns: readonly TemplateColumn[];
  readonly lead: string;
  readonly amount: string;
}

function Rows({ rows, ...drawn }: DrawnRows): VNode {
  return (
    <ul class="rows">
      {rows.map((row, index) => (
        <Row key={index} row={row} {...drawn} />
      ))}
    </ul>
  );
}

/** What it is and what it comes to first; every other column beneath, after its heading. */
function Row({
  row,
  words,
  columns,
  lead,
  amount,
}: Omit<DrawnRows, 'rows'> & { readonly row: ReportRow }): VNode {
  const textOf = (column: TemplateColumn): string => cellText(words, column, row);
  const named = columns.find(({ field }) => field === lead);
  const figure = columns.find(({ field }) => field === amount);
  const others = columns.filter((column) => column !== named && column !== figure && textOf(column) !== '');
  return (
    <li>
      <span class="name">{named === undefined ? '' : textOf(named)}</span>
      <span class="money">{figure === undefined ? '' : textOf(figure)}</span>
      <span class="about">{others.map((column) => `${column.heading} ${textOf(column)}`).join('，')}</span>
    </li>
  );
}
