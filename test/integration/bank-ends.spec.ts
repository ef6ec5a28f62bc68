import { FormProblems } from '../../src/domain/shared/problem';
import { problemSentence } from '../../src/glossary/sentences';
import { rowsOf } from '../support/bank-statements';
import { describeOnEachEngine } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

const ACCOUNT = {
  ...{ label: 'PV', bank: 'Bank', lastFour: '0011' },
  ...{ ledgerAccount: '', pool: '', openedOn: '2025-01-01' },
};
const ENDING = {
  ...{ closedOn: '2025-06-30', closingReason: 'moved', paper: 'receipt' },
  ...{ nextLabel: 'New', nextBank: 'Other', nextLastFour: '0099' },
};

describeOnEachEngine('the end of a bank account whose books are not right', (open) => {
  it('asks for errors of ours to be put right, and names what the books say', async () => {
    const { database, close } = await open();
    const village = await Village.start(database);
    await village.openWith(100_000n);
    const { bankAccounts, bankImport, bankRead, bankMatching, bankEnds, check } = village.services;
    const { id: accountId } = await bankAccounts.addAccount(village.id, ACCOUNT, ACCOUNTANT);
    const at = { collectiveId: village.id, accountId };
    await village.pay(3_050n, '2025-06-10');
    await village.pay(700n, '2025-06-12');
    await village.pay(4_000n, '2025-06-29'); // on its way
    const [, first, twice] = (await village.vouchers()).map(({ entryId }) => entryId);
    const rows = rowsOf(100_000n, [
      ['2025-06-11', -3_000n, 'insurance'],
      ['2025-06-28', -97_000n, 'to the new account'],
    ]);
    const days = { from: '2025-06-01', through: '2025-06-30' };
    const file = { rows, digest: 'june', layout: '', opening: '', closing: '', ...days };
    await bankImport.importStatement(at, file, ACCOUNTANT);
    const lineOf = async (amount: bigint) => {
      const { bank, books } = await bankRead.requireState(village.id, accountId);
      return (
        [...bank, ...books].find((each) => each.amount === amount && each.matchId === undefined)?.id ?? ''
      );
    };
    const explain = async (amount: bigint, code: string) =>
      bankMatching.explain(at, { lineId: await lineOf(amount), code, note: 'n' }, ACCOUNTANT);
    const match = (bank: string[], books: string[], code = '') =>
      bankMatching.match(at, { bank, books, code, note: code === '' ? '' : 'n' }, ACCOUNTANT);
    const sentences = () =>
      bankEnds.close(at, ENDING, ACCOUNTANT).then(
        () => [],
        (error: unknown) => (error instanceof FormProblems ? error.problems.map(problemSentence) : [error]),
      );

    const wrong = await match([await lineOf(-3_000n)], [await lineOf(-3_050n)], 'ourError');
    await explain(-700n, 'ourError');
    await explain(-4_000n, 'timing');
    await explain(-97_000n, 'timing');
    const told = await sentences();
    expect(told).toEqual([
      expect.stringContaining('还有 2 处写明是“账上记错”'),
      expect.stringContaining(
        '账面余额 922.50 元，其中记错的 −7.50 元、在途要由接替的账户收付的 −40.00 元、写明转到接替账户的 0.00 元，还差 970.00 元',
      ),
    ]);
    await explain(-97_000n, 'moved');
    expect(await sentences()).toEqual([expect.stringContaining('还有 2 处')]);

    // Put right: what was booked twice is taken back, what was booked wrong comes anew.
    await bankMatching.undo(at, { matchId: wrong.id, reason: 'booked wrong' }, ACCOUNTANT);
    await village.reverse(twice ?? '', '2025-06-30');
    await match([], [await lineOf(-700n), await lineOf(700n)]);
    expect(await sentences()).toEqual([
      expect.stringContaining('还有 2 笔没对上也没写原因'),
      expect.stringContaining('还差 30.00 元'),
    ]);
    await village.reverse(first ?? '', '2025-06-30');
    await village.pay(3_000n, '2025-06-30');
    await match([], [await lineOf(-3_050n), await lineOf(3_050n)]);
    const paid = (await bankRead.requireState(village.id, accountId)).books.find((l) => l.amount === -3_000n);
    await match([await lineOf(-3_000n)], [paid?.id ?? '']);
    expect(await sentences()).toEqual([]);
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
    await close();
  });
});
