import type { PoolWorth } from '../../domain/assets/given-up';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { fieldLabel, labelOf } from '../../glossary/terms';
import type { FormState } from '../../platform/views/error-summary';
import { fullDayText } from '../../platform/views/day-text';
import { Field } from '../../platform/views/field';
import { Money, SideMoney } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';
import { TaxFields } from '../../platform/views/tax-fields';

/** What came in and was spent when an asset leaves, and for which stake it was put into a firm. */
export function LeavingMoney({ form }: { form: FormState }) {
  return (
    <>
      <Field
        form={form}
        name="proceeds"
        label={fieldLabel('proceeds')}
        kind="number"
        unit="元"
        hint="已经到银行的；税另加的填不含税的数；没有就不填"
      />
      <Field
        form={form}
        name="costs"
        label={fieldLabel('costs')}
        kind="number"
        unit="元"
        hint="已经付的；没有就不填"
      />
      <Field
        form={form}
        name="agreedValue"
        label={fieldLabel('agreedValue')}
        kind="number"
        unit="元"
        hint="入股才填"
      />
      <Field
        form={form}
        name="stakeName"
        label={fieldLabel('stakeName')}
        hint="入股才填，如 青禾合作社股权；按作价登记进台账，以后的分红记在它名下"
      />
      <TaxFields form={form} />
    </>
  );
}

/** What an asset is worth in each pool, and what of it the reserve may give up on a day. */
export interface LeavingReserve {
  readonly day: CalendarDay;
  readonly worths: readonly PoolWorth[];
}

/** Whoever takes an asset out of the books sees beforehand what the reserve bears of it and what is lost. */
export function WorthsOfPools({ day, worths }: LeavingReserve) {
  return (
    <section>
      <DataTable
        caption={`${fullDayText(day)}各项资金里的净值，公积公益金能抵多少`}
        captionHidden={false}
        rows={worths}
        columns={[
          { head: '资金', names: true, cell: ({ pool }) => labelOf(`pool.${pool}`) },
          { head: '净值', numeric: true, cell: ({ worth }) => <Money fen={worth} /> },
          { head: '公积公益金能抵', numeric: true, cell: ({ covered }) => <SideMoney fen={covered} /> },
          { head: '抵不了的', numeric: true, cell: ({ rest }) => <SideMoney fen={rest} /> },
        ]}
      />
      <p class="small">
        公积公益金最多冲到这项资金账上的数；抵不了的是集体自己的钱买的，记损失。入股的先减去作价。
      </p>
    </section>
  );
}
