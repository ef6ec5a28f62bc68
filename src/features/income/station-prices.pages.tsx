import { TAX_BEARERS, type TaxBearer } from '../../domain/income/kept-tax';
import { fieldLabel, labelOf } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';
import { KEPT_ELSEWHERE } from './meter.pages';

/** A price as a row, the latest first. */
export interface StationPriceRow {
  readonly from: string;
  readonly energyPrice: string;
  readonly subsidyPrice: string;
  /** The paper, and why it is right though unusual. */
  readonly note: string;
}

/** What is paid for one station's energy. */
export interface StationPricesPageProps {
  readonly frame: OfficeFrameProps;
  readonly station: string;
  /** Somebody else keeps the station, and enters its prices. */
  readonly isKeptElsewhere: boolean;
  readonly action: string;
  readonly backHref: string;
  readonly form: FormState;
  readonly prices: readonly StationPriceRow[];
  /** Of a station that is kept for its owners: whose the tax is, the latest first. */
  readonly tax?: StationTax;
}

interface StationTax {
  readonly action: string;
  readonly bearers: readonly { readonly from: string; readonly bearer: TaxBearer; readonly paper: string }[];
}

function Prices({ prices }: { prices: readonly StationPriceRow[] }) {
  return (
    <ScrollBox label="电价档案">
      <table class="data">
        <caption class="read-aloud">电价档案</caption>
        <thead>
          <tr>
            <th scope="col">从哪天起</th>
            <th scope="col" class="n">
              上网电价（元/度）
            </th>
            <th scope="col" class="n">
              补贴单价（元/度）
            </th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {prices.map((price) => (
            <tr>
              <th scope="row">{price.from}</th>
              <td class="n">{price.energyPrice}</td>
              <td class="n">{price.subsidyPrice}</td>
              <td class="word">{price.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function NextPrice({ page }: { page: StationPricesPageProps }) {
  const { form } = page;
  const isUnusual = form.problems.some(({ code }) => code === 'tariff.low' || code === 'tariff.high');
  return (
    <section>
      <h2>价格变了</h2>
      <PostForm action={page.action} entry>
        <Field form={form} name="validFrom" label="从哪天起" kind="day" hint="某个月的1日" />
        <Field form={form} name="energyPrice" label={fieldLabel('energyPrice')} kind="number" unit="元/度" />
        <Field
          form={form}
          name="subsidyPrice"
          label={fieldLabel('subsidyPrice')}
          kind="number"
          unit="元/度"
          hint="没有补贴填 0"
        />
        <Field form={form} name="pricePaper" label={fieldLabel('pricePaper')} />
        {(isUnusual || (form.values['reason'] ?? '') !== '') && (
          <Field form={form} name="reason" label="少见的价，为什么" />
        )}
        <FormButtons submit="记下" cancelHref={page.backHref} />
      </PostForm>
      <p class="small">已入账的结算单照原来的价格，不会变。同一天记两次，算后记的。</p>
    </section>
  );
}

const BEARERS = TAX_BEARERS.map((value) => ({ value, label: labelOf(`taxBearer.${value}`) }));

/** Whose the tax is that a slip of a kept station prints: nobody guesses it. */
function TaxBearers({ page, tax }: { page: StationPricesPageProps; tax: StationTax }) {
  const { form, backHref } = page;
  const [latest] = tax.bearers;
  return (
    <section>
      <h2>电费的税由谁交</h2>
      {latest === undefined ? (
        <p>还没有写。结算单上写了税的，要先在这里写明，才能录入。</p>
      ) : (
        <ul>
          {tax.bearers.map(({ from, bearer, paper }) => (
            <li>{`${fullDayText(from)}起：${labelOf(`taxBearer.${bearer}`)}（${paper}）`}</li>
          ))}
        </ul>
      )}
      <PostForm action={tax.action} entry>
        <Field form={form} name="taxBearer" label="谁交" options={BEARERS} />
        <Field form={form} name="bearerFrom" label="从哪天起" kind="day" hint="某个月的1日" />
        <Field form={form} name="bearerPaper" label="依据的文件" />
        <FormButtons submit="记下由谁交" cancelHref={backHref} />
      </PostForm>
      <p class="small">
        各家各交：税照份额表分，写在各家的账上。代管单位交：各家照连税的电费分，税是代管单位自己的支出。
        已入账的结算单不变。
      </p>
    </section>
  );
}

/** The prices of one station by their days, and a form for the next one. */
export function StationPricesPage(page: StationPricesPageProps) {
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone">
        <h1>
          电价档案<span class="hint">{page.station}</span>
        </h1>
        <ErrorSummary form={page.form} />
        <Prices prices={page.prices} />
        {page.isKeptElsewhere ? <p>{KEPT_ELSEWHERE}</p> : <NextPrice page={page} />}
        {page.tax !== undefined && <TaxBearers page={page} tax={page.tax} />}
      </div>
    </OfficeFrame>
  );
}
