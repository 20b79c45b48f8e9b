export { RecentChooser } from './RecentChooser.tsx';
export { RowMark, SnoozedMark } from './RowMark.tsx';
export { TriageHost } from './TriageHost.tsx';
