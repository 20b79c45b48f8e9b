export { RecentChooser } from './RecentChooser.tsx';
export { TriageHost } from './TriageHost.tsx';
export { wakeTime } from './wake-time.ts';
