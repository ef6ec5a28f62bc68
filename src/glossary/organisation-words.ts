/** What the name of a firm, a shop or an office has in it, and that of a person has not. */
const MARKS = [
  ...['公司', '合作社', '集团', '企业', '工厂', '厂', '商店', '超市', '门市', '经营部', '养殖场', '农场'],
  ...['基地', '中心', '委员会', '村委', '政府', '银行', '信用社', '学校', '医院', '卫生室', '供电', '事务所'],
  ...['财政所', '服务部', '服务站', '联合社', '协会', '研究', '电站'],
] as const;

/** Whether a name is that of an organisation by its own words; any other may be a person's. */
export function isOrganisationName(name: string): boolean {
  return MARKS.some((mark) => name.includes(mark));
}
