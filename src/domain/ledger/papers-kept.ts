/** What of a voucher decides whether a paper belongs behind it. */
export interface VoucherPapers {
  /** How many source documents whoever wrote it counted. */
  readonly attachments: number;
  /** How many papers are kept with it. */
  readonly kept: number;
  /** Whether cash or bank moved. */
  readonly movesMoney: boolean;
  /** Whether it takes another one back, whose paper it then is. */
  readonly isReversal: boolean;
}

/**
 * Where the paper of a voucher is: kept with it, in a folder where nobody above sees it, not even counted
 * though money moved, or not needed.
 */
export type PaperState = 'kept' | 'counted' | 'missing' | 'notNeeded';

/**
 * Whether the paper behind a voucher can be seen. What moves cash or bank has a receipt, a bill or a bank's
 * slip; what takes another one back has that one's; the rest, as depreciation, is reckoned from the books.
 * Source: 《农村集体经济组织会计制度》 wants each voucher to rest on a source document; which kinds need a
 * scan no document says (ours).
 */
export function paperState({ attachments, kept, movesMoney, isReversal }: VoucherPapers): PaperState {
  if (kept > 0) return 'kept';
  if (attachments > 0) return 'counted';
  return movesMoney && !isReversal ? 'missing' : 'notNeeded';
}
