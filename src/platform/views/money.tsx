import { plainYuan, yuanText, type Fen } from '../../domain/money/fen';

/** An amount to print. */
export interface MoneyProps {
  readonly fen: Fen;
  /** A difference or a movement: `+` before a gain. Nothing else carries a plus sign. */
  readonly signed?: boolean;
}

/** An amount in yuan, `1,260.00`; what is copied from the page is `1260.00`, ready for a spreadsheet. */
export function Money({ fen, signed = false }: MoneyProps) {
  return (
    <data class="money" value={plainYuan(fen)}>
      {signed && fen > 0n ? '+' : ''}
      {yuanText(fen)}
    </data>
  );
}

/** One side of a voucher line: empty when the amount stands on the other side, as on the paper form. */
export function SideMoney({ fen }: { readonly fen: Fen }) {
  return fen === 0n ? null : <Money fen={fen} />;
}
