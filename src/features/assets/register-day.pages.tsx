/** The day a register is looked at, and what is to be said of what was typed for it. */
export interface RegisterDayProps {
  readonly on: string;
  /** That no such day was typed, or that nothing had been acquired by then; absent where all is well. */
  readonly said?: string | undefined;
}

/** The day of the register that is looked at: what came later is not in it, what had left is in no sum. */
export function RegisterDay({ on, said }: RegisterDayProps) {
  return (
    <>
      <form method="get" class="bank-day">
        <label>
          截至
          <input type="text" name="on" class="in-day" value={on} />
        </label>
        <button type="submit">看这一天</button>
      </form>
      {said !== undefined && <p class="verdict is-wrong">{said}</p>}
    </>
  );
}
