import { fieldId, fieldProblems, type FormState } from './error-summary';
import type { TableRecords } from '../spreadsheets/table-columns';
import { ScrollBox } from './table';

/** One row of the table that was read: its cells with their names, as they were typed. */
export interface PreviewRow {
  readonly number: number;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
}

/** A table as it was read, with what is wrong with its cells. */
export interface RowsReadProps {
  readonly form: FormState;
  readonly headings: readonly string[];
  readonly numeric: readonly boolean[];
  readonly rows: readonly PreviewRow[];
  /** All rows; of a long table not all are shown. */
  readonly rowCount: number;
}

/** Of a long table the first rows are shown, and every row with something wrong. */
const ROWS_SHOWN = 300;

/** The rows to show of a table that was read, every wrong one among them. */
export function shownRows<Key extends string>(read: TableRecords<Key>, form: FormState): PreviewRow[] {
  const wrong = new Set(form.problems.map((problem) => problem.field));
  const rows = read.records.map((record) => ({
    number: record.row,
    cells: read.columns.map((column) => ({ name: record.cell(column), text: record.value(column) })),
  }));
  return rows.filter((row, place) => place < ROWS_SHOWN || row.cells.some(({ name }) => wrong.has(name)));
}

/** A cell of a sheet: `F4`. */
const CELL = /^[A-Z]{1,3}\d{1,7}$/;

/** The same with its cell before each sentence that does not name it: so it is found in a long table, too. */
export function namingCells(form: FormState): FormState {
  return {
    ...form,
    sentence: (problem) => {
      const said = form.sentence(problem);
      const { field } = problem;
      return CELL.test(field) && !said.includes(field) ? `${field}：${said}` : said;
    },
  };
}

/** Nothing was taken over: the table has to be mended and sent again. */
export function NothingTaken({ href }: { href: string }) {
  return (
    <p>
      什么都没有存。请在表格里改好，<a href={href}>重新上传</a>。
    </p>
  );
}

/** The rows that were read, every wrong cell marked. */
export function RowsRead(page: RowsReadProps) {
  const hidden = page.rowCount - page.rows.length;
  return (
    <section>
      <h2>
        读到的内容
        {hidden > 0 && <span class="hint">{`另有 ${hidden} 行没有列出，都没有问题`}</span>}
      </h2>
      <ScrollBox label="读到的内容">
        <table class="data import-rows">
          <caption class="read-aloud">读到的内容</caption>
          <thead>
            <tr>
              <th scope="col">行</th>
              {page.headings.map((heading, place) => (
                <th scope="col" class={page.numeric[place] ? 'n' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <RowRead row={row} page={page} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function RowRead({ row, page }: { row: PreviewRow; page: RowsReadProps }) {
  return (
    <tr>
      <th scope="row">{row.number}</th>
      {row.cells.map(({ name, text }, place) => {
        const wrong = fieldProblems(page.form, name).length > 0;
        const kind = page.numeric[place] ? 'n' : '';
        return (
          <td
            id={wrong ? fieldId(name) : undefined}
            tabIndex={wrong ? -1 : undefined}
            class={wrong ? `${kind} is-wrong` : kind || undefined}
          >
            {text === '' && wrong ? '（空）' : text}
            {wrong &&
              fieldProblems(page.form, name).map((problem) => (
                <small class="field-wrong">{page.form.sentence(problem)}</small>
              ))}
          </td>
        );
      })}
    </tr>
  );
}
