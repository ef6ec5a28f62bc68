/** Sentences about splitting money: who gets an odd fen and why, what waits, what does not fit. */
export const SPLIT_SENTENCES: Readonly<Record<string, string>> = {
  'split.noWeight': '份额是零，这次不分。',
  'split.even': '{whole} 元按 {weights} 份里的 {weight} 份算，正好 {amount} 元，没有零头。',
  'split.oddFenByCut':
    '{whole} 元按 {weights} 份里的 {weight} 份算，到分是 {floor} 元，舍去了 {cut} 分。' +
    '大家舍去的凑成 {odd} 分，从舍去最多的起一分一分地给，这里有一分，得 {amount} 元。',
  'split.oddFenByKey':
    '{whole} 元按 {weights} 份里的 {weight} 份算，到分是 {floor} 元，舍去了 {cut} 分。' +
    '大家舍去的凑成 {odd} 分，舍去一样多的有 {tied} 个，只够给其中 {given} 个，按编号先后给，' +
    '这里编号在前，多一分，得 {amount} 元。',
  'split.cutLess':
    '{whole} 元按 {weights} 份里的 {weight} 份算，到分是 {floor} 元，舍去了 {cut} 分。' +
    '大家舍去的凑成 {odd} 分，给了舍去更多的，这里得 {amount} 元。',
  'split.keyLater':
    '{whole} 元按 {weights} 份里的 {weight} 份算，到分是 {floor} 元，舍去了 {cut} 分。' +
    '大家舍去的凑成 {odd} 分，舍去一样多的有 {tied} 个，只够给其中 {given} 个，按编号先后给，' +
    '这里编号在后，得 {amount} 元。',
  'split.difference':
    '名单和份额没有变，从头累计分了 {total} 元，累计应得 {lifetime} 元，以前已得 {before} 元，这次得 {amount} 元。',
  'split.newWindow': '名单或份额变了，从这次起重新累计。',
  'split.carried': '以前太少没有分的 {waited} 元，并在这次一起分。',
  'split.waits':
    '这次 {amount} 元，连同以前没有分的共 {waiting} 元，按份额还有分不到一分的。先不分，并到下一次；满 {least} 元就分。',
  'split.waitsToLevel':
    '有一次发放撤销了，这次 {amount} 元，连同以前没有分的共 {waiting} 元，还不够把大家找平。先不分，并到下一次。',
  'split.givenWithLater': '这笔钱太少，是并在后一次（{later}）一起分的。要撤销，先撤销那一次。',
  'split.notStanding': '没有这次分配（{id}），或者已经撤销过了。',
  'split.aboveLeft': '{uses}共要 {asked} 元，轮到这里只有 {available} 元，多出 {excess} 元。',
  'split.twoRests': '{uses}同一次序，都写着“其余全部”，只能有一项拿其余的钱。',
  'split.undecided': '“{use}”还定不了，缺 {missing}。',
  'split.gateClosed': '“{use}”安排了 {amount} 元，按规定（{rule}）现在不能安排。',
  'split.gateUndecided': '“{use}”安排了 {amount} 元，按规定（{rule}）能不能安排还定不了，缺 {missing}。',
  'split.boundsCross': '“{use}”最低要 {least} 元，最高只许 {most} 元，两个限额对不上。',
  'split.belowFloor': '“{use}”是 {amount} 元，最低要 {least} 元，差 {shortfall} 元。',
  'split.aboveCap': '“{use}”是 {amount} 元，最高 {most} 元，多出 {excess} 元。',
  'split.yearFloorAhead':
    '{year} 年到现在，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}。' +
    '全年要不低于 {asked}，照现在的数是 {bound} 元，还差 {short} 元；年底才算，现在不算不合规定。',
  'split.yearFloorReached':
    '{year} 年到现在，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}，' +
    '已经够全年要的 {asked}（{bound} 元）；年底才算数。',
  'split.yearFloorKept':
    '{year} 年全年，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}，不低于 {asked}（{bound} 元）。',
  'split.yearFloorBroken':
    '{year} 年全年，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}，低于 {asked}（{bound} 元），差 {short} 元。',
  'split.yearCapWithin':
    '{year} 年到现在，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}，没有超过全年的 {asked}（{bound} 元）；年底才算数。',
  'split.yearCapKept':
    '{year} 年全年，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}，没有超过 {asked}（{bound} 元）。',
  'split.yearCapBroken':
    '{year} 年，{uses}用了 {covered} 元，占{whole:whole} {amount} 元的 {share}，超过 {asked}（{bound} 元），多了 {short} 元。',
  'split.exactTogether':
    '这几项照规定正好分完 {whole} 元，现在合起来是 {planned} 元。零头给舍去最多的那一项，所以这一项应是 {asked} 元。',
  'split.yearNothing': '{year} 年{whole:whole}没有钱，不算比例。',
  'slip.weightUnreadable': '“{value}”不是份数。每人一个整数，用逗号隔开，例如 26，24，26。',
  'slip.weightsCount': '这一项一共 {people} 位，您填了 {found} 个份数。',
  'slip.tooMany': '一次最多算 {max} 位。',
  'slip.placeOutside': '名单上没有第“{value}”位，一共 {people} 位。',
  'slip.nobody': '没有人有份。请填每人的份数。',
  'split.yearUndecided': '{year} 年的比例还定不了，缺 {missing}。',
};
