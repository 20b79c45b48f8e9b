export { FeedbackForm } from './FeedbackForm.tsx';
export { FeedbackList } from './FeedbackList.tsx';
