export { RecentChooser } from './RecentChooser.tsx';
export { RowMark, SnoozedMark } from './RowMark.tsx';
export { snoozeWords } from './snooze-words.ts';
export { TriageHost } from './TriageHost.tsx';
export { wakeTime } from './wake-time.ts';
