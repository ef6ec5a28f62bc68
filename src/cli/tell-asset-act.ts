import { particularsOn } from '../domain/assets/asset-particulars';
import { DomainError } from '../domain/shared/domain-error';
import { ParticularsEntryForm } from '../features/assets/asset-particulars.forms';
import type { AssetAct } from './asset-act';
import { requireAsset, type Scene } from './scene';

/** Does what happens to an asset or a contract over it through the service of its page. */
export async function tellAssetAct(act: AssetAct, scene: Scene): Promise<void> {
  const { services, collectiveId: id, command, on } = scene;
  if (act.verb === 'depreciation') {
    await services.depreciation.bookMonth(id, act.month, command);
    return;
  }
  if ('lease' in act) return tellLeaseAct(act, scene);
  const { id: assetId } = await requireAsset(scene, act.asset);
  switch (act.verb) {
    case 'meter':
      await services.meters.recordEvent({ collectiveId: id, assetId }, act.form, command);
      return;
    case 'terms':
      await services.depreciation.enterTerms(id, { assetId, form: act.form }, command);
      return;
    case 'condition':
      return changeCondition(act, assetId, scene);
    case 'leaving': {
      const form = { ...act.form, happenedOn: on };
      await services.assetLife.recordLeaving(id, { assetId, form }, command);
      return;
    }
    case 'lease':
      await services.leases.addLease(id, { ...act.form, assetId }, command);
      return;
    case 'remind': {
      const late = await services.arrears.listArrears(id, on);
      const debtor = late.find((each) => each.assetId === assetId && each.payer === act.debtor);
      if (debtor === undefined) throw new DomainError('arrears.unknown');
      const form = { remindedOn: on, reminderWay: act.way, reminderNote: act.note };
      const { counterparty } = debtor;
      await services.arrears.recordReminder(id, { debtor: { counterparty, assetId }, form }, command);
    }
  }
}

async function tellLeaseAct(act: Extract<AssetAct, { readonly lease: string }>, scene: Scene): Promise<void> {
  const { services, collectiveId: id, command, on } = scene;
  const all = await services.leases.listLeases(id);
  const lease = all.find(({ number }) => number === act.lease);
  if (lease === undefined) throw new DomainError('lease.unknown', { leaseId: act.lease });
  const leaseId = lease.id;
  switch (act.verb) {
    case 'lease_end': {
      const form = { kind: 'end', effectiveOn: on, newLastOn: '', rent: '', reason: act.reason };
      await services.rentContracts.changeLease(id, { leaseId, form }, command);
      return;
    }
    case 'rent_due': {
      const form = { postedOn: on, attachments: '', fromAdvance: act.fromAdvance ? 'on' : '' };
      await services.rentDues.bookDue(id, { leaseId, from: act.from, form }, command);
      return;
    }
    case 'rent_payment': {
      const { from: paymentFrom, to: paymentUpTo, amount } = act;
      const form = { paymentFrom, paymentUpTo, receivedOn: on, amount, attachments: '' };
      await services.rentDues.receivePayment(id, { leaseId, form }, command);
    }
  }
}

/** Enters a version with another condition; the rest stays as the version in force says, or unsaid. */
async function changeCondition(
  act: Extract<AssetAct, { readonly verb: 'condition' }>,
  assetId: string,
  { services, collectiveId, command, on }: Scene,
): Promise<void> {
  const versions = await services.particulars.listVersions(collectiveId, assetId);
  const known = particularsOn(versions, on);
  const form = Object.assign(new ParticularsEntryForm(), known, {
    ...{ condition: act.condition, validFrom: on, why: act.why, basedOn: String(versions.length) },
  });
  await services.particulars.change({ collectiveId, id: assetId }, form, command);
}
