import type { StepCheck } from '../ledger/step-check.service';

/**
 * The passes of the steps, in the order of the flow. A step that comes to keep rows beside the books exports
 * its pass and is named in the list of the module.
 */
export class StepChecks {
  constructor(readonly list: readonly StepCheck[]) {}
}
