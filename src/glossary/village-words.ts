/** What a register calls the village itself where it names a body that holds a right. */
export const OWN_VILLAGE_WORDS: readonly string[] = ['村集体', '本村', '村级集体'];

/**
 * What makes another place's name of a village's: a neighbour's before it (王庄村 and 东王庄村), a town's after it
 * (杨村 and 杨村镇). A product decision.
 */
export const NEIGHBOUR_SIGNS: readonly string[] = [
  ...['东', '西', '南', '北', '大', '小', '前', '后', '上', '下', '新', '老'],
];
export const TOWN_SIGNS: readonly string[] = ['镇', '街道', '乡政府', '乡人民政府', '县'];

/** Of what else the names of village institutions are made: none of it tells one from another. */
const NAME_PARTS: readonly string[] = [
  ...['股份', '经济', '集体', '组织', '村级', '村民', '居民', '人民', '全体', '成员', '村', '镇', '乡', '县'],
];

/**
 * With what the names of institutions end: a name with none of them may be a person's and is not published.
 * A product decision; what is missing here is only told less.
 */
export const INSTITUTION_ENDINGS: readonly string[] = [
  ...['公司', '合作社', '联合社', '经济社', '合作总社', '委员会', '村委会', '居委会', '政府', '办事处'],
  ...['中心', '局', '集体', '学校', '小学', '中学', '卫生院', '卫生室', '敬老院', '幼儿园', '协会'],
];

/** A title holder of these words alone may be any village's. */
export const ANYBODY_PARTS: readonly string[] = [...OWN_VILLAGE_WORDS, ...INSTITUTION_ENDINGS, ...NAME_PARTS];
