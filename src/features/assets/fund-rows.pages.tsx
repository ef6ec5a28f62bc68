import { FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control, type Option } from '../../platform/views/field';
import { ScrollBox } from '../../platform/views/table';

/** The rows in which the money that built an asset is entered. */
export interface FundRowsProps {
  /** Field names: `funds[i][level]`, `funds[i][year]`, `funds[i][amount]`. */
  readonly form: FormState;
  /** What stands in the place of `funds` in the names, where the asset is a part of a form. */
  readonly field?: string;
  readonly fundLevels: readonly Option[];
  /** How many rows are shown, blank ones included. */
  readonly fundRows: number;
  /** Whether the form gives more rows when asked. */
  readonly more?: true;
}

function FundRow({ page, index }: { page: FundRowsProps; index: number }) {
  const { form } = page;
  const row = `${page.field ?? 'funds'}[${index}]`;
  return (
    <tr>
      <td>
        <Control form={form} name={`${row}[level]`} options={page.fundLevels} labelledBy="fund-level" />
        <FieldErrors form={form} name={`${row}[level]`} />
      </td>
      <td>
        <Control form={form} name={`${row}[year]`} kind="number" labelledBy="fund-year" />
        <FieldErrors form={form} name={`${row}[year]`} />
      </td>
      <td>
        <Control form={form} name={`${row}[amount]`} kind="number" labelledBy="fund-amount" />
        <FieldErrors form={form} name={`${row}[amount]`} />
      </td>
    </tr>
  );
}

/** Who paid: a row for each level and year, blank ones below. */
export function FundRows(page: FundRowsProps) {
  return (
    <fieldset id={fieldId(page.field ?? 'funds')}>
      <legend>钱从哪里来</legend>
      <p class="small">各级加起来要等于原值。空着的行不算。</p>
      <FieldErrors form={page.form} name={page.field ?? 'funds'} />
      <ScrollBox label="资金来源">
        <table class="data entry-table">
          <thead>
            <tr>
              <th scope="col" id="fund-level">
                哪一级
              </th>
              <th scope="col" id="fund-year">
                年度
              </th>
              <th scope="col" id="fund-amount" class="n">
                金额（元）
              </th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: page.fundRows }, (_, index) => (
              <FundRow page={page} index={index} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {page.more === true && (
        <button type="submit" name="moreRows" value="funds" class="link">
          再加一行
        </button>
      )}
    </fieldset>
  );
}
