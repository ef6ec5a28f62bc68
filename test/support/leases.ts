import type { LeaseForm } from '../../src/domain/assets/read-lease';

/** A contract as typed: a workshop for 12,000.00 a year from 2025, paid yearly on its first day. */
export function typedLease(wish: Partial<LeaseForm> = {}): LeaseForm {
  return {
    ...{ number: 'L-1', assetId: '', part: '', tenant: 'Weavers', signedOn: '2024-12-20' },
    ...{ firstOn: '2025-01-01', lastOn: '2026-12-31', rentType: 'fixed', rent: '12,000.00', fund: '' },
    ...{ perMonths: '12', everyMonths: '12', dueRule: 'afterStart', dueDays: '', dueDate: '', steps: [] },
    ...{ growth: '', growthRounding: 'fen', deposit: '', jobs: '', wages: '', remarks: '' },
    ...wish,
  };
}
