/** What of a meeting is asked for, where its route names no papers out before it. */
export const NOTED_MEETING = {
  ...{ step: '代表会议表决', number: 1, votes: true, submit: '记下表决' },
  papers: {
    asked: [
      { kind: 'minutes', name: '会议记录', isPicture: false, needsFile: false },
      { kind: 'photo', name: '现场照片', isPicture: true, needsFile: true },
    ],
    files: [],
    pictures: [],
    filesHref: '/villages/4/files/plan/4',
    byFiles: '',
  },
  hint: '三个票数加起来等于到会人数；人没到够、没有表决的，三个都填0',
  ended: {
    options: [
      { value: 'passed', label: '通过' },
      { value: 'refused', label: '没有通过' },
    ],
    hint: '没有通过的，不用会议决议',
    reasonHint: '没有通过的可以写；起草的人看得到原话',
  },
  paper: { label: '记录或底稿', hint: '如 会议记录第3页、签到表' },
} as const;
