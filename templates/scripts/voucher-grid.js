/* global document, Event, HTMLInputElement */
// Counts along while a voucher is typed, and fills in with F4 what balances. The server reckons for itself.
(() => {
  'use strict';
  const grid = document.querySelector('[data-voucher-grid]');
  if (!grid) return;
  const rows = [...grid.tBodies[0].rows];
  const boxOf = (row, name) => row.querySelector(`[name$="[${name}]"]`);

  /** Yuan as typed, in fen; null where it is no amount. */
  function fenOf(text) {
    const narrow = (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    const usual = text.trim().replace(/[\uff01-\uff5e]/g, narrow);
    const unsigned = usual.replace(/^([+\-\u2212]?)[\u00a5\uffe5]\s*(?=[+\-\u2212\d])/, '$1');
    const bare = unsigned.replace(/(\d)\s*\u5143$/, '$1');
    const match = /^([+\-\u2212]?)([\d,]{1,20})(?:\.(\d{1,2}))?$/.exec(bare);
    if (usual === '') return 0n;
    if (!match) return null;
    const fen = BigInt(match[2].replace(/,/g, '') || '0') * 100n + BigInt((match[3] || '').padEnd(2, '0'));
    return match[1] === '' || match[1] === '+' ? fen : -fen;
  }

  function yuanOf(fen) {
    const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
    const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
    return `${fen < 0n ? '\u2212' : ''}${yuan}.${digits.slice(-2)}`;
  }

  /** Each row with its pool, that of the row above where none is chosen. */
  function lines() {
    let pool = '';
    return rows.map((row) => {
      pool = boxOf(row, 'pool').value || pool;
      const [debit, credit] = ['debit', 'credit'].map((side) => fenOf(boxOf(row, side).value));
      const readable = debit !== null && credit !== null;
      return { row, pool, debit: debit ?? 0n, credit: credit ?? 0n, readable };
    });
  }

  const sumOf = (all, side) => all.reduce((sum, line) => sum + line[side], 0n);

  function count() {
    const all = lines();
    for (const side of ['debit', 'credit']) {
      grid.querySelector(`[data-sum="${side}"]`).textContent = yuanOf(sumOf(all, side));
    }
    const parts = [...new Set(all.map((line) => line.pool))].flatMap((pool) => {
      const own = all.filter((line) => line.pool === pool);
      const excess = sumOf(own, 'debit') - sumOf(own, 'credit');
      const option = pool === '' ? null : grid.querySelector(`option[value="${pool}"]`);
      if (excess === 0n) return [];
      const side = excess > 0n ? '借方多' : '贷方多';
      return [`${option ? option.textContent : ''} ${side} ${yuanOf(excess > 0n ? excess : -excess)}`];
    });
    if (all.some((line) => !line.readable)) parts.push('有的格不是金额');
    const foot = grid.querySelector('[data-difference]');
    foot.textContent = parts.length > 0 ? parts.join('；') : sumOf(all, 'debit') === 0n ? '' : '借贷相等';
    foot.className = parts.length > 0 ? 'is-wrong' : '';
  }

  grid.addEventListener('input', count);
  grid.addEventListener('keydown', (event) => {
    const box = event.target;
    if (event.key !== 'F4' || event.altKey || !(box instanceof HTMLInputElement)) return;
    const side = /\[(debit|credit)\]$/.exec(box.name)?.[1];
    if (!side) return;
    event.preventDefault();
    box.value = '';
    const here = lines().find((line) => line.row.contains(box));
    const own = lines().filter((line) => line.pool === here.pool);
    const excess = sumOf(own, 'debit') - sumOf(own, 'credit');
    const amount = side === 'debit' ? -excess : excess;
    if (amount !== 0n) box.value = yuanOf(amount);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  count();
})();
