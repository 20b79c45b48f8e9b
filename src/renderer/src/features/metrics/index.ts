export { copyDay } from './copy-day.ts';
export { FigurePage } from './FigurePage.tsx';
export { FiguresPanel } from './FiguresPanel.tsx';
export { GoalToday } from './GoalToday.tsx';
export { SurveyDialog } from './surveys/SurveyDialog.tsx';
