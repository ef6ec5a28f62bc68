/** What of a meeting is asked for, where its route names no papers out before it. */
export const NOTED_MEETING = {
  ...{ step: '代表会议表决', number: 1, votes: true, submit: '记下表决' },
  papers: {
    asked: [
      { kind: 'minutes', name: '会议记录', needsFile: false },
      { kind: 'photo', name: '现场照片', needsFile: true },
    ],
    files: [],
    pictures: [],
    filesHref: '/villages/4/files/plan/4',
  },
  hint: '三个票数加起来等于到会人数',
  paper: { label: '记录或底稿', hint: '如 会议记录第3页、签到表' },
} as const;
