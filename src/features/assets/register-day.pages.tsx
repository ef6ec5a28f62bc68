/** The day of the register that is looked at: what came later is not in it, what had left is in no sum. */
export function RegisterDay({ on }: { on: string }) {
  return (
    <form method="get" class="bank-day">
      <label>
        截至
        <input type="text" name="on" class="in-day" value={on} />
      </label>
      <button type="submit">看这一天</button>
    </form>
  );
}
