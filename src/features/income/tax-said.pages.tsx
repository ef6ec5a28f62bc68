import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';

/** The tax of a period that slips and invoices say themselves; nothing is shown of nothing. */
export function PaidOrStated({ page }: { page: { readonly stated: Fen; readonly keptBack: Fen } }) {
  const said = [
    { name: '单据写明的税', amount: page.stated, hint: '随单据已经记账' },
    { name: '电网代扣的税', amount: page.keptBack, hint: '由电网代交，村里不再交' },
  ].filter(({ amount }) => amount !== 0n);
  return (
    <>
      {said.map(({ name, amount, hint }) => (
        <>
          <dt>{name}</dt>
          <dd>
            <Money fen={amount} />
            <span class="hint">{hint}</span>
          </dd>
        </>
      ))}
    </>
  );
}
