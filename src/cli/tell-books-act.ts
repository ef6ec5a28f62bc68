import type { BooksAct } from './books-act';
import { requireAsset, type Scene } from './scene';
import { giveShares, payShares } from './tell-dividend';

/** Does what is done in the books by hand, or at the end of a year, through the service of its page. */
export async function tellBooksAct(act: BooksAct, scene: Scene): Promise<void> {
  const { services, collectiveId: id, command } = scene;
  switch (act.verb) {
    case 'voucher':
      return writeVoucher(act, scene);
    case 'year_end': {
      const of = { collectiveId: id, year: act.year };
      const { step, explanation, reserves, paper } = act;
      if (step === 'reserve') await services.yearEnd.takeReserve(of, { reserves, paper }, command);
      else await services.yearEnd.closeStep(of, { step, explanation }, command);
      return;
    }
    case 'chart_change': {
      const { year, chart, choices } = act;
      await services.chartChange.changeChart(id, { year, chart, choices }, command);
      return;
    }
    case 'give_shares':
      return giveShares(act, scene);
    case 'pay_shares':
      return payShares(act, scene);
  }
}

async function writeVoucher(
  act: Extract<BooksAct, { readonly verb: 'voucher' }>,
  scene: Scene,
): Promise<void> {
  const { services, names, collectiveId, command, on } = scene;
  const lines = [];
  for (const { account, debit, credit, pool, asset } of act.lines) {
    const assetId = asset === undefined ? '' : (await requireAsset(scene, asset)).id;
    const rest = { assetId, stream: '', generationMonth: '', counterparty: '' };
    lines.push({ ledgerAccount: account, debit, credit, pool, ...rest });
  }
  const { summary, attachments, about } = act;
  const form = { postedOn: on, aboutPeriod: about, summary, attachments, redLetters: '', lines };
  const hands = { preparedBy: command.by, reviewedBy: names.requireUser(act.reviewedBy) };
  await services.manualVouchers.postVoucher(collectiveId, form, hands);
}
